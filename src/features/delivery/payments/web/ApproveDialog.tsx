import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { sameName } from '../../../../shared/clean.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Money } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { actWords, words } from '../words.ts'
import type { PaymentActProps } from './act-props.ts'
import { ByAt } from './ByAt.tsx'
import { ComparisonTable } from './Comparison.tsx'
import { LimitList } from './Limits.tsx'

/** The manager's decision: the sum, contract, invoice and payment side by side, every limit, both papers. */
export function ApproveDialog({ view, payment, onClose, onDone }: PaymentActProps) {
  const t = useWords(actWords)
  const w = useWords(words)
  const approve = useCommand(contract.approvePayment, { onDone })
  const { paymentId, provincialFen, parkFen, payeeName, purpose, preparedByName, preparedAt } = payment
  const invoice = view.invoices.find(({ invoiceId }) => invoiceId === payment.invoiceId)
  const fits = invoice !== undefined && sameName(invoice.sellerName, payeeName)
  return (
    <ActDialog
      wide
      title={t.approve}
      note={t.approveNote}
      okText={t.approve}
      running={approve.isPending}
      error={approve.error}
      onOk={() => approve.mutate({ params: { paymentId } })}
      onCancel={onClose}
    >
      <p className="decision">
        <Money fen={provincialFen + parkFen} /> <span>{payeeName}</span>
      </p>
      <ComparisonTable view={view} payment={payment} />
      {view.limits ? <LimitList limits={view.limits} asked={{ provincialFen, parkFen }} /> : null}
      <KeyValue
        facts={[
          {
            label: w.payee,
            value: (
              <>
                {payeeName}
                {fits ? (
                  <div className="limit-fits">
                    <CheckCircleFilled aria-hidden /> {t.sellerIsPayee}
                  </div>
                ) : (
                  <div className="limit-note">
                    <CloseCircleFilled aria-hidden /> {t.sellerIsNotPayee}
                  </div>
                )}
              </>
            ),
          },
          { label: w.purpose, value: purpose },
          invoice !== undefined && {
            label: w.invoiceNo,
            value: (
              <>
                <span className="number">{invoice.number}</span> · <Money fen={invoice.sumFen} />
                <div>
                  <FileLink file={invoice.file} />
                </div>
              </>
            ),
          },
          view.contract !== null && {
            label: w.contractNo,
            value: (
              <>
                <span className="number">{view.contract.contractNo}</span>
                {view.contract.file ? (
                  <div>
                    <FileLink file={view.contract.file} />
                  </div>
                ) : null}
              </>
            ),
          },
          { label: w.prepared, value: <ByAt by={preparedByName} at={preparedAt} />, wide: true },
        ]}
      />
    </ActDialog>
  )
}

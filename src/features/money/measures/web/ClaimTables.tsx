import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Hand, type OnAct } from './MeasureParts.tsx'
import './measures.css'

type Entered = Pick<contract.ReceiptView, 'recorded' | 'reversed'>

/** Who entered it, and who took it back why. */
function Entry({ row }: { row: Entered }) {
  const t = useWords(words)
  return (
    <>
      <Hand who={row.recorded} />
      {row.reversed ? (
        <div>
          <StatusTag tone="warning">{t.reversed}</StatusTag> <Hand who={row.reversed} />
          <div className="soft">{row.reversed.reason}</div>
        </div>
      ) : null}
    </>
  )
}

/** What came back on a recovery, by its day. */
export function ReceiptTable({ receipts, onAct }: { receipts: readonly contract.ReceiptView[]; onAct: OnAct | null }) {
  const t = useWords(words)
  return (
    <div className="measure-part">
      <h3>{t.receipts}</h3>
      <FieldTable
        name="receipts"
        label={t.receipts}
        rowKey={(row) => row.receiptId}
        rows={receipts}
        columns={[
          { key: 'paidOn', title: t.paidOn, show: (row) => <DayText day={row.paidOn} />, width: 100 },
          { key: 'amountFen', title: t.amount, figure: true, show: (row) => <Money fen={row.amountFen} />, width: 120 },
          { key: 'ownFen', title: t.own, figure: true, show: (row) => <Money fen={row.ownFen} />, width: 120 },
          { key: 'voucherNo', title: t.voucherColumn, show: (row) => row.voucherNo, width: 130 },
          { key: 'file', title: t.scanColumn, show: (row) => <FileLink file={row.file} />, width: 140 },
          { key: 'recorded', title: t.recordedBy, show: (row) => <Entry row={row} />, width: 200 },
          {
            key: 'acts',
            title: t.acts,
            show: ({ actions, receiptId }) => (
              <Reverse
                actions={actions}
                name={t.reverseReceipt}
                onReverse={onAct && (() => onAct('reverse-receipt', receiptId))}
              />
            ),
            width: 110,
          },
        ]}
      />
    </div>
  )
}

/** What of it was given out again, with the notice that did it. */
export function ReissueTable({ reissues, onAct }: { reissues: readonly contract.ReissueView[]; onAct: OnAct | null }) {
  const t = useWords(words)
  return (
    <div className="measure-part">
      <h3>{t.reissues}</h3>
      <FieldTable
        name="reissues"
        label={t.reissues}
        rowKey={(row) => row.reissueId}
        rows={reissues}
        columns={[
          { key: 'issuedOn', title: t.issuedOn, show: (row) => <DayText day={row.issuedOn} />, width: 100 },
          { key: 'amountFen', title: t.amount, figure: true, show: (row) => <Money fen={row.amountFen} />, width: 120 },
          { key: 'documentNo', title: t.noticeColumn, show: (row) => row.documentNo, width: 150 },
          {
            key: 'from',
            title: t.from,
            show: (row) => t.fromText(row.countyName, row.awardYear, row.awardName),
            width: 200,
          },
          { key: 'reason', title: t.reason, show: (row) => row.reason, width: 160 },
          { key: 'recorded', title: t.recordedBy, show: (row) => <Entry row={row} />, width: 200 },
          {
            key: 'acts',
            title: t.acts,
            show: ({ actions, reissueId }) => (
              <Reverse
                actions={actions}
                name={t.reverseReissue}
                onReverse={onAct && (() => onAct('reverse-reissue', reissueId))}
              />
            ),
            width: 110,
          },
        ]}
      />
    </div>
  )
}

type ReverseProps = { actions: contract.ReceiptView['actions']; name: string; onReverse: (() => void) | null }

/** Takes back what was entered on a claim; a dash for who only reads it. */
function Reverse({ actions, name, onReverse }: ReverseProps) {
  if (actions.length === 0 || onReverse === null) return '—'
  return (
    <ActionButton size="small" danger type="text" action={abilityFor(actions, 'reverse')} onClick={onReverse}>
      {name}
    </ActionButton>
  )
}

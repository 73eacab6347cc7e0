import { App } from 'antd'
import { measureKinds } from '../../../../policy/money/measure-grounds.ts'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { Money } from '../../../../ui/Values.tsx'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { Measures } from './MeasureParts.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { ReissueDialog } from './ReissueDialog.tsx'

/** The dialog of the act that the address names (`?act=confirm&measure=…`), if the reader may do it. */
export function MeasureActs({ found, onClose }: { found: Measures; onClose: () => void }) {
  const { search } = useUrl()
  const measure = found.measures.find((one) => one.measureId === search.measure)
  if (!measure) return null
  const may = (act: (typeof measure.actions)[number]['action']) =>
    search.act === act && (abilityFor(measure.actions, act)?.allowed ?? false)
  const props = { measure, onClose }
  if (may('confirm')) return <Confirming {...props} byTwo={found.takesTwo.includes('measure-confirmation')} />
  if (may('withdraw')) return <Withdrawing {...props} />
  if (may('reverse')) return <Reversing {...props} byTwo={found.takesTwo.includes('measure-reversal')} />
  if (may('receive')) return <ReceiptDialog {...props} money={found.money} />
  if (may('reissue')) return <ReissueDialog {...props} />
  const receipt = measure.receipts.find((one) => one.receiptId === search.row)
  if (search.act === 'reverse-receipt' && receipt && abilityFor(receipt.actions, 'reverse')?.allowed)
    return <ReversingReceipt {...props} receipt={receipt} />
  const reissue = measure.reissues.find((one) => one.reissueId === search.row)
  if (search.act === 'reverse-reissue' && reissue && abilityFor(reissue.actions, 'reverse')?.allowed)
    return <ReversingReissue {...props} reissue={reissue} />
  return null
}

type Props = { measure: contract.MeasureView; onClose: () => void }

function useDone(onClose: () => void, said?: string) {
  const t = useWords(words)
  const { message } = App.useApp()
  return () => {
    void message.success(said ?? t.done)
    onClose()
  }
}

function What({ measure: { kind, amountFen, reason }, note }: { measure: contract.MeasureView; note: string }) {
  const say = useText()
  return (
    <>
      <p>
        <strong>
          {say(measureKinds[kind])} {amountFen === null ? null : <Money fen={amountFen} />}
        </strong>
      </p>
      <p>{reason}</p>
      <p className="soft">{note}</p>
    </>
  )
}

function Confirming({ measure, onClose, byTwo }: Props & { byTwo: boolean }) {
  const t = useWords(words)
  const two = useTwoPersons(byTwo, t.confirm)
  const act = useCommand(contract.confirmMeasure, { onDone: useDone(onClose, two.said), rereadsIfRefused: true })
  return (
    <ConfirmDialog
      open
      title={two.name}
      okText={two.okText}
      running={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate({ params: { measureId: measure.measureId } })}
      onCancel={onClose}
    >
      {two.note}
      <What measure={measure} note={t.confirmNote} />
    </ConfirmDialog>
  )
}

function Withdrawing({ measure, onClose }: Props) {
  const t = useWords(words)
  const { measureId } = measure
  const reason = useReason(`measures/${measureId}/withdraw`)
  const act = useCommand(contract.withdrawMeasure, { onDone: reason.sent(useDone(onClose)) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.withdraw}
      okText={t.withdraw}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { measureId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <What measure={measure} note={t.withdrawNote} />
    </ConfirmDialog>
  )
}

function Reversing({ measure, onClose, byTwo }: Props & { byTwo: boolean }) {
  const t = useWords(words)
  const two = useTwoPersons(byTwo, t.reverse)
  const { measureId } = measure
  const reason = useReason(`measures/${measureId}/reverse`)
  const act = useCommand(contract.reverseMeasure, { onDone: reason.sent(useDone(onClose, two.said)) })
  return (
    <ConfirmDialog
      open
      danger
      title={two.name}
      okText={two.okText}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { measureId }, body: { reason: said } })}
      onCancel={onClose}
    >
      {two.note}
      <What measure={measure} note={t.reverseNote} />
    </ConfirmDialog>
  )
}

function ReversingReceipt({
  measure: { measureId },
  receipt: { receiptId, amountFen, voucherNo },
  onClose,
}: Props & { receipt: contract.ReceiptView }) {
  const t = useWords(words)
  const reason = useReason(`measures/${measureId}/receipt/${receiptId}`)
  const act = useCommand(contract.reverseReceipt, { onDone: reason.sent(useDone(onClose)) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.reverseReceipt}
      okText={t.reverseReceipt}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { measureId, receiptId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>
        <Money fen={amountFen} /> · {voucherNo}
      </p>
      <p className="soft">{t.reverseNote}</p>
    </ConfirmDialog>
  )
}

function ReversingReissue({
  measure: { measureId },
  reissue: { reissueId, amountFen, documentNo },
  onClose,
}: Props & { reissue: contract.ReissueView }) {
  const t = useWords(words)
  const reason = useReason(`measures/${measureId}/reissue/${reissueId}`)
  const act = useCommand(contract.reverseReissue, { onDone: reason.sent(useDone(onClose)) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.reverseReissue}
      okText={t.reverseReissue}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { measureId, reissueId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>
        <Money fen={amountFen} /> · {documentNo}
      </p>
      <p className="soft">{t.reverseNote}</p>
    </ConfirmDialog>
  )
}

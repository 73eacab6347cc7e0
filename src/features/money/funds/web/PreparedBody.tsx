import type { Fen } from '../../../../shared/money.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { DayText } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { cardWords } from './card-words.ts'

type Prepared = contract.TrancheView['prepared'][number]

/** The sum that a prepared act is about: its own, or that of the tranche; null for a judgment before any. */
export function preparedSum({ act, body }: Prepared, tranche: contract.TrancheView): Fen | null {
  if (act !== 'recommendation') return tranche.amountFen
  return contract.recommendTranche.body.safeParse(body).data?.amountFen ?? null
}

/** What was prepared, word for word. */
export function PreparedBody({ prepared: { act, body } }: { prepared: Prepared }) {
  const t = useWords(words)
  const c = useWords(cardWords)
  if (act === 'release') {
    const sent = contract.releaseTranche.body.safeParse(body).data
    if (!sent) return null
    const { voucherNo, voucherFileId: fileId, paidOn } = sent
    return (
      <KeyValue
        facts={[
          { label: t.voucherNo, value: <span className="number">{voucherNo}</span> },
          { label: t.paidOn, value: <DayText day={paidOn} /> },
          fileId !== null && {
            label: t.voucher,
            value: <FileLink file={{ fileId, name: t.voucherFile }} />,
            wide: true,
          },
        ]}
      />
    )
  }
  if (act === 'judgment') {
    const sent = contract.judgeTranche.body.safeParse(body).data
    if (!sent) return null
    return (
      <KeyValue
        facts={[
          { label: c.verdict, value: sent.underWay ? c.judgedYes : c.judgedNo },
          { label: c.reason, value: sent.reason, wide: true },
        ]}
      />
    )
  }
  if (act === 'reversal') {
    const sent = contract.reverseEntry.body.safeParse(body).data
    return sent ? <KeyValue facts={[{ label: c.reason, value: sent.reason, wide: true }]} /> : null
  }
  const said = contract.recommendTranche.body.safeParse(body).data?.recommendation
  return said ? <KeyValue facts={[{ label: t.opinion, value: said, wide: true }]} /> : null
}

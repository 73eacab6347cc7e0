import type { PaperBlock } from '../../../platform/documents/paper.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Spoken } from '../../../shared/words.ts'
import { dayText, ordinal, type PaperTexts } from '../../programme/papers/public.ts'
import type { TrancheView } from './contract.ts'
import type { paperWords } from './paper-words.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

/** Every release that was taken back, the oldest first: what was paid when, by whom it was taken back, why. */
export function reversalsOf({ reversals }: Pick<TrancheView, 'reversals'>, said: Said): PaperBlock[] {
  const rows = reversals.toReversed()
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: said.heading(ordinal(3, said), said.reversals) },
    {
      kind: 'table',
      name: said.reversals,
      columns: [
        { title: said.no, width: 6, kind: 'text', align: 'center' },
        { title: said.reversedOn, width: 13, kind: 'text', align: 'center' },
        { title: said.reversedAmount, width: 15, kind: 'yuan' },
        { title: said.reversedRelease, width: 19, kind: 'text' },
        { title: said.reversedBy, width: 20, kind: 'text' },
        { title: said.reversedWhy, width: 24, kind: 'text' },
      ],
      rows: rows.map(({ amountFen, voucherNo, paidOn, reason, reversed }, at) => [
        String(at + 1),
        reversed ? dayOf(new Date(reversed.at)) : '',
        amountFen,
        said.reversedPayment(dayText(paidOn, said), voucherNo),
        handsOf(reversed, said),
        reason,
      ]),
    },
  ]
}

/** Who did something, or the two that it took. */
export function handsOf(done: TrancheView['recommended'], said: Said): string {
  if (!done) return ''
  return done.preparedBy ? said.preparedAndSigned(done.preparedBy, done.name) : done.name
}

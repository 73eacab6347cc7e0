import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { discardFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'

/** Drops a draft that was opened by mistake, before anything was filed. */
export function DiscardFiling({ filing: { filingId, actions, unit } }: { filing: FilingView }) {
  const t = useWords(words)
  const go = useGo()
  const reason = useReason(`filing/${filingId}/discard`)
  const discard = useCommand(discardFiling, { onDone: () => go('/') })
  return (
    <ActButton
      ability={abilityFor(actions, 'discard')}
      text={t.discardDraft}
      look={{ type: 'text', danger: true }}
      title={t.discardDraftTitle(unit.name)}
      reason={reason}
      command={discard}
      send={(why) => ({ params: { filingId }, body: { reason: why } })}
      done={() => t.draftDiscarded}
    >
      <p>{t.discardDraftText}</p>
    </ActButton>
  )
}

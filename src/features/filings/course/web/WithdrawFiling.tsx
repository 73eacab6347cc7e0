import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { withdrawFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'

/** Takes a submission back, while nobody has spoken. */
export function WithdrawFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const reason = useReason(`filing/${filing.filingId}/withdrawal`)
  const withdraw = useCommand(withdrawFiling)
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'withdraw')}
      text={t.withdraw}
      title={t.withdrawTitle}
      reason={reason}
      command={withdraw}
      send={(why) => ({ params: { filingId: filing.filingId }, body: { reason: why } })}
      done={() => t.withdrawn}
    >
      <p>{t.withdrawText}</p>
    </ActButton>
  )
}

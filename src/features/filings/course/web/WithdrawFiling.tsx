import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { withdrawFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'

/** Takes a submission back, while nobody has spoken. */
export function WithdrawFiling({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const withdraw = useCommand(withdrawFiling)
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'withdraw')}
      text={t.withdraw}
      title={t.withdrawTitle}
      reason="required"
      command={withdraw}
      send={(reason) => ({ params: { filingId: filing.filingId }, body: { reason } })}
      done={() => t.withdrawn}
    >
      <p>{t.withdrawText}</p>
    </ActButton>
  )
}

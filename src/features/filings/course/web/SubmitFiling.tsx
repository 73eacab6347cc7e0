import { useState } from 'react'
import { seatNames } from '../../../../policy/people/roles.ts'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { submitFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import { useFilingTitle } from './FilingFrame.tsx'
import type { KindScreens } from './kind-screens.ts'

type Props = {
  filing: FilingView
  kind: KindScreens
  saveAll: () => Promise<boolean>
  revisions: () => Record<string, number>
}

/** Saves what is not saved yet, says who gets it, and submits what was read. */
export function SubmitFiling({ filing, kind, saveAll, revisions }: Props) {
  const t = useWords(words)
  const say = useText()
  const title = useFilingTitle()(filing)
  const [unsaved, setUnsaved] = useState(false)
  const submit = useCommand(submitFiling)
  const reason = useReason(`filing/${filing.filingId}/resubmit`)
  const next = (filing.versions[0]?.no ?? 0) + 1
  const seats = filing.seats.map((seat) => say(seatNames[seat])).join(t.comma)
  const { Summary } = kind
  return (
    <ActButton
      ability={abilityFor(filing.actions, 'submit')}
      text={next > 1 ? t.resubmit : t.submit}
      look={{ type: 'primary' }}
      title={t.submitTitle(title)}
      command={submit}
      {...(filing.state === 'returned' ? { reason, reasonLabel: t.unchangedBecause, isReasonOptional: true } : {})}
      send={async (why) => {
        const saved = await saveAll()
        setUnsaved(!saved)
        return saved ? { params: { filingId: filing.filingId }, body: { revisions: revisions(), reason: why } } : null
      }}
      done={({ no }) => t.submitted(no)}
      onOpen={() => setUnsaved(false)}
    >
      <p>
        {filing.order === 'in-turn' && filing.seats.length > 1
          ? t.submitInTurn(next, seats)
          : t.submitText(next, seats)}
      </p>
      {filing.recorders ? <p>{t.thenRecorded(say(filing.recorders))}</p> : null}
      {filing.standing.state === 'overdue' || filing.standing.state === 'exempted' ? (
        <p className="is-bad">{t.submitLate(filing.standing.days)}</p>
      ) : null}
      {Summary ? <Summary filing={filing} /> : null}
      {unsaved ? <SaveFirst /> : null}
    </ActButton>
  )
}

export function SaveFirst() {
  const t = useWords(words)
  return (
    <p role="alert" className="field-error">
      {t.saveFirst}
    </p>
  )
}

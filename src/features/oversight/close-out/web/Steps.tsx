import { closeOutStates } from '../../../../policy/oversight/close-out.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import type { CloseOutView } from '../contract.ts'
import { words } from '../words.ts'

const tones = { proposed: 'active', confirmed: 'active', recorded: 'good', ended: 'neutral' } as const

/** What became of a proposal: who took which step, when, and what was said. */
export function Steps({ closeOut }: { closeOut: CloseOutView }) {
  const t = useWords(words)
  const say = useText()
  const { state, remark, endReason, proposed, confirmed, recorded, ended } = closeOut
  const told = (step: CloseOutView['confirmed']) =>
    step && (
      <>
        {step.unit} {step.by} <InstantText at={step.at} />
      </>
    )
  return (
    <>
      <p>
        <StatusTag tone={tones[state]}>{say(closeOutStates[state])}</StatusTag>
      </p>
      <KeyValue
        columns={1}
        facts={[
          { label: t.proposed, value: told(proposed) },
          remark !== '' && { label: t.remark, value: remark },
          (confirmed !== null || state === 'proposed') && { label: t.confirmed, value: told(confirmed) ?? t.waits },
          (recorded !== null || state === 'confirmed') && { label: t.recorded, value: told(recorded) ?? t.waits },
          ended !== null && {
            label: t.ended,
            value: (
              <>
                {told(ended)} {endReason}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

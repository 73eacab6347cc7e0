import { rectificationStates } from '../../../../policy/evaluation/rectification.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

const tones = { submitted: 'warning', accepted: 'good', returned: 'neutral' } as const

/** What the park did about what its evaluation found wanting, and what was decided on it. */
export function Rectifications({ view, onAct }: { view: EvaluationView; onAct: (act: string) => void }) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const own = me.unitKind === 'park' ? 'rectify' : 'decide-rectification'
  if (view.rectifications.length === 0 && !isAllowed(view.actions, 'rectify')) return null
  const waits = view.rectifications.some(({ state }) => state === 'submitted')
  const shows = own === 'rectify' || waits
  return (
    <Section
      id="rectifications"
      title={t.rectifications}
      actions={
        shows && me.post !== 'expert' ? (
          <ActionButton action={abilityFor(view.actions, own)} onClick={() => onAct(own)}>
            {own === 'rectify' ? t.rectify : t.decideRectification}
          </ActionButton>
        ) : null
      }
    >
      {view.rectifications.map((one) => (
        <article key={one.rectificationId} className="evaluation-how">
          <p>
            <StatusTag tone={tones[one.state]}>{say(rectificationStates[one.state])}</StatusTag> {one.report}{' '}
            <FileLink file={one.file} />
          </p>
          <p className="soft">
            {one.submittedBy} <InstantText at={one.submittedAt} />
            {one.decidedBy ? ` · ${t.said(one.decidedBy, one.decisionReason)}` : null}
          </p>
        </article>
      ))}
    </Section>
  )
}

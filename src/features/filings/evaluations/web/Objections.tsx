import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

type Props = { view: EvaluationView; onAct: (act: string, more?: Readonly<Record<string, string>>) => void }

/** What the park objected to, item by item, with the answers. */
export function Objections({ view, onAct }: Props) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const isPark = me.unitKind === 'park'
  if (view.toldAt === null && view.objections.length === 0) return null
  return (
    <Section
      id="objections"
      title={t.objections}
      actions={
        isPark ? (
          <ActionButton action={abilityFor(view.actions, 'object')} onClick={() => onAct('object')}>
            {t.object}
          </ActionButton>
        ) : null
      }
    >
      {view.objections.length === 0 ? <p className="empty">—</p> : null}
      {view.objections.map((one) => (
        <article key={one.objectionId} className="evaluation-how">
          <h3>
            {one.no}. {say(one.itemName)}{' '}
            <StatusTag tone={one.verdict === null ? 'warning' : 'neutral'}>
              {one.verdict === null ? t.unanswered : one.verdict === 'kept' ? t.kept : t.changed}
            </StatusTag>
          </h3>
          <p>
            {one.reason} {one.file ? <FileLink file={one.file} /> : null}
          </p>
          <p className="soft">
            {one.filedBy} <InstantText at={one.filedAt} />
          </p>
          {one.answeredAt ? (
            <p>
              {t.said(t.answer, one.answer)}{' '}
              <span className="soft">
                {one.answeredBy} <InstantText at={one.answeredAt} />
              </span>
            </p>
          ) : isPark ? null : (
            <ActionButton
              size="small"
              action={abilityFor(view.actions, 'answer')}
              onClick={() => onAct('answer', { objection: one.objectionId })}
            >
              {t.answer}
            </ActionButton>
          )}
        </article>
      ))}
    </Section>
  )
}

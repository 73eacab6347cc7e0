import { declarations } from '../../../../policy/evaluation/experts.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { DayText } from '../../../../ui/Values.tsx'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

/** Who scores from a seat, from–to, and what they declared. */
export function Experts({
  view,
  onAct,
}: {
  view: EvaluationView
  onAct: (act: string, more?: Readonly<Record<string, string>>) => void
}) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const own = me.post === 'expert' ? 'declare' : 'name-expert'
  const seatCell = ({ accountId, takenBack }: EvaluationView['seats'][number]) =>
    takenBack ? (
      t.takenBackBecause(takenBack.reason)
    ) : isAllowed(view.actions, 'take-seat-back') ? (
      <ActionButton
        action={abilityFor(view.actions, 'take-seat-back')}
        onClick={() => onAct('take-seat-back', { account: accountId })}
      >
        {t.takeSeatBack}
      </ActionButton>
    ) : (
      '—'
    )
  return (
    <Section
      id="experts"
      title={t.experts}
      actions={
        <ActionButton action={abilityFor(view.actions, own)} onClick={() => onAct(own)}>
          {own === 'declare' ? t.declare : t.nameExpert}
        </ActionButton>
      }
    >
      {view.seats.length === 0 ? (
        <p className="empty">{t.noExperts}</p>
      ) : (
        <FieldTable
          name="seats"
          label={t.experts}
          rowKey={({ accountId }) => accountId}
          rows={view.seats}
          columns={[
            { key: 'name', title: t.expertAccount, width: 150, show: ({ name }) => name },
            { key: 'employer', title: t.employer, width: 150, show: ({ employer }) => employer },
            { key: 'from', title: t.from, width: 100, show: ({ from }) => <DayText day={from} /> },
            { key: 'to', title: t.to, width: 100, show: ({ to }) => <DayText day={to} /> },
            {
              key: 'declared',
              title: t.declared,
              width: 160,
              show: ({ declared, declaredReason }) =>
                declared ? `${say(declarations[declared])} ${declaredReason}` : t.undeclared,
            },
            { key: 'scored', title: t.scoredItems, width: 80, figure: true, show: ({ scored }) => scored },
            ...(me.post === 'expert' ? [] : [{ key: 'seat', title: t.seat, width: 160, show: seatCell }]),
          ]}
        />
      )}
    </Section>
  )
}

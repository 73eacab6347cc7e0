import { App } from 'antd'
import { evaluationStateNames } from '../../../../policy/evaluation/course.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { DayText, StatusTag } from '../../../../ui/Values.tsx'
import { usePilotCrumbs, usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { openEvaluation } from '../act-contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { pointsText } from './points-text.ts'

type Row = Reply<typeof contract.listPilotEvaluations>['evaluations'][number]

/** The evaluations that a pilot's edition owes, opened or not (G5.3). */
export function PilotEvaluationsPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const crumbs = usePilotCrumbs(pilotId)
  const { search, setSearch } = useUrl()
  const view = useView(contract.listPilotEvaluations, { params: { pilotId } })
  const chosen = view.data?.evaluations.find(({ kind }) => kind === search.open)
  return (
    <Page title={t.title} subtitle={view.data?.parkName} crumbs={crumbs} tabs={tabs}>
      <Async view={view}>
        {({ evaluations }) =>
          evaluations.length === 0 ? (
            <EmptyState>{t.noEvaluations}</EmptyState>
          ) : (
            <>
              <p className="soft">{t.note}</p>
              <Evaluations rows={evaluations} onOpen={(open) => setSearch({ open }, { replace: false })} />
              {chosen && abilityFor(chosen.actions, 'open')?.allowed ? (
                <OpenDialog pilotId={pilotId} row={chosen} onClose={() => setSearch({ open: null })} />
              ) : null}
            </>
          )
        }
      </Async>
    </Page>
  )
}

function Evaluations({ rows, onOpen }: { rows: readonly Row[]; onOpen: (kind: string) => void }) {
  const t = useWords(words)
  const say = useText()
  return (
    <FieldTable
      name="evaluations"
      label={t.title}
      rowKey={({ kind }) => kind}
      rows={rows}
      columns={[
        {
          key: 'name',
          title: t.evaluation,
          width: 160,
          show: ({ name, evaluationId }) =>
            evaluationId ? <AppLink to={`/evaluations/${evaluationId}`}>{say(name)}</AppLink> : say(name),
        },
        { key: 'fullOn', title: t.fullOn, width: 110, show: ({ fullOn }) => <DayText day={fullOn} /> },
        {
          key: 'state',
          title: t.state,
          width: 120,
          show: ({ state }) => (
            <StatusTag tone={state === null ? 'neutral' : state === 'told' ? 'good' : 'warning'}>
              {state === null ? t.notOpened : say(evaluationStateNames[state])}
            </StatusTag>
          ),
        },
        {
          key: 'result',
          title: t.result,
          width: 150,
          show: ({ result }) => (result ? `${say(result.grade)} ${pointsText(result.points)}` : '—'),
        },
        {
          key: 'acts',
          title: t.acts,
          width: 140,
          show: ({ kind, evaluationId, actions }) =>
            evaluationId ? (
              <AppLink to={`/evaluations/${evaluationId}`}>{t.enter}</AppLink>
            ) : (
              <ActionButton size="small" action={abilityFor(actions, 'open')} onClick={() => onOpen(kind)}>
                {t.open}
              </ActionButton>
            ),
        },
      ]}
    />
  )
}

function OpenDialog({ pilotId, row, onClose }: { pilotId: string; row: Row; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { kind, fullOn } = row
  const { form, change, typed, forget } = useKept<{ cutOff: Day | null }>(`evaluations/${pilotId}/${kind}`, {
    cutOff: fullOn,
  })
  const act = useCommand(openEvaluation, {
    onDone: () => {
      forget()
      void message.success(t.opened)
      onClose()
    },
  })
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { pilotId }, unread, body: { kind, cutOff: form.cutOff ?? '' } })
  return (
    <ActDialog
      typed={typed}
      title={`${t.open} · ${say(row.name)}`}
      okText={t.open}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.cutOff} name="cutOff" required hint={t.cutOffHint} error={fieldTexts(act.error, say).cutOff}>
        {(bind) => (
          <DayInput
            {...bind}
            value={form.cutOff}
            from={fullOn}
            to={dayOf(new Date())}
            onChange={(cutOff) => change({ cutOff })}
          />
        )}
      </Field>
    </ActDialog>
  )
}

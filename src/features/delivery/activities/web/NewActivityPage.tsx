import { Button } from 'antd'
import { proofs } from '../../../../policy/records/proofs.ts'
import type { ServiceKind } from '../../../../policy/records/service-kinds.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ActivityFields, type Said, sentOf } from './ActivityFields.tsx'
import { PaperFields, type Papers, papersOf } from './PaperFields.tsx'

type Form = Said & { kind: ServiceKind; papers: Papers }
type List = Reply<typeof contract.listActivities>
type ActivityFormProps = { pilotId: string; known: List['known']; asked: List['asked'] }

/** A universal service that was held (G1.2): what, when, where, who came, and its papers. */
export function NewActivityPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const view = useView(contract.listActivities, { params: { pilotId }, search: { pageSize: 1 } })
  return (
    <Page title={t.record} subtitle={t.recordNote} back={{ text: t.title, to: `/pilots/${pilotId}/activities` }}>
      <Async view={view}>{({ known, asked }) => <ActivityForm pilotId={pilotId} known={known} asked={asked} />}</Async>
    </Page>
  )
}

function ActivityForm({ pilotId, known, asked }: ActivityFormProps) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { form, change, typed, forget } = useKept<Form>(`pilot/${pilotId}/activity`, {
    kind: 'policy-briefing',
    title: '',
    heldOn: null,
    place: '',
    attendees: [],
    countsConfirmed: false,
    papers: {},
  })
  const record = useWaitingCommand(contract.recordActivity, {
    title: words.record,
    about: form.title,
    page: `/pilots/${pilotId}/activities/new`,
    form: { key: `pilot/${pilotId}/activity`, value: form },
    onDone: ({ activityId }) => {
      forget()
      go(`/activities/${activityId}`)
    },
    onWaiting: () => {
      forget()
      go(`/pilots/${pilotId}/activities`)
    },
  })
  const errors = fieldTexts(record.error, say)
  const { papers, kind } = form
  const send = (unread?: readonly string[]) =>
    record.send({ unread, params: { pilotId }, body: { kind, ...sentOf(form), papers: papersOf(papers) } })
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={record.error} />
          <ActivityFields
            form={form}
            change={change}
            errors={errors}
            known={known}
            kind={kind}
            onKind={(next) => change({ kind: next })}
          />
          <Section id="papers" title={t.evidence}>
            <PaperFields
              asked={asked.filter((one) => one.kind === kind)}
              label={(proof, need) => t.askedNew(say(proofs[proof]), need)}
              value={papers}
              onChange={(next) => change({ papers: next })}
            />
          </Section>
          <div className="action-bar">
            <Button type="primary" loading={record.isPending} onClick={() => unlessFaulty(send, send)}>
              {t.submit}
            </Button>
          </div>
        </>
      )}
    </PageForm>
  )
}

import { Alert, App } from 'antd'
import { type ProofKind, proofs } from '../../../../policy/records/proofs.ts'
import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import { Count, DayText } from '../../../../ui/Values.tsx'
import { FileLink, PhotoThumb } from '../../../programme/files/web/public.ts'
import { FindingGroups } from '../../evidence/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Answers, AnswersDialog } from './Answers.tsx'
import { CorrectActivity, FormerActivities, WithdrawDialog } from './CorrectActivity.tsx'
import { PaperFields, type Papers, papersOf } from './PaperFields.tsx'

/** One activity: what it was, who came, its papers, and whether it counts. */
export function ActivityPage() {
  const t = useWords(words)
  const say = useText()
  const activityId = usePathParam('activityId')
  const { search, setSearch } = useUrl()
  const me = useMe()
  const view = useView(contract.showActivity, { params: { activityId } })
  const found = view.data
  const add = found && me.unitKind === 'park' ? abilityFor(found.actions, 'add-evidence') : undefined
  return (
    <Page
      title={found?.title ?? t.title}
      subtitle={found ? `${say(serviceKinds[found.kind])} · ${found.parkName}` : undefined}
      back={{ text: t.title, to: found ? `/pilots/${found.pilotId}/activities` : '/' }}
      actions={
        found && me.unitKind === 'park' && !found.withdrawn ? (
          <>
            <ActionButton action={add} onClick={() => setSearch({ act: 'add-evidence' }, { replace: false })}>
              {t.addEvidence}
            </ActionButton>
            <ActionButton
              action={abilityFor(found.actions, 'enter-answers')}
              onClick={() => setSearch({ act: 'enter-answers' }, { replace: false })}
            >
              {found.answers.length > 0 ? t.correctAnswers : t.enterAnswers}
            </ActionButton>
            <ActionButton
              action={abilityFor(found.actions, 'correct')}
              onClick={() => setSearch({ act: 'correct' }, { replace: false })}
            >
              {t.correct}
            </ActionButton>
            <ActionButton
              danger
              type="text"
              action={abilityFor(found.actions, 'withdraw')}
              onClick={() => setSearch({ act: 'withdraw' }, { replace: false })}
            >
              {t.withdraw}
            </ActionButton>
          </>
        ) : null
      }
    >
      <Async view={view}>
        {(activity) =>
          search.act === 'correct' && abilityFor(activity.actions, 'correct')?.allowed ? (
            <CorrectActivity activity={activity} onDone={() => setSearch({ act: null })} />
          ) : (
            <>
              {activity.withdrawn ? <Alert type="warning" showIcon className="notice" title={t.withdrawnNote} /> : null}
              <div className="columns">
                <div>
                  <Facts activity={activity} />
                  <Section title={t.attendees} actions={<Count value={activity.enterprises} />}>
                    <FieldTable
                      name="attendees"
                      label={t.attendees}
                      columns={[
                        { key: 'name', title: t.enterprise, show: (row) => row.name, width: 240 },
                        { key: 'uscc', title: t.uscc, show: (row) => row.uscc ?? '—', width: 200 },
                        { key: 'people', title: t.headCount, show: (row) => row.people, figure: true },
                      ]}
                      rows={activity.attendees}
                      rowKey={(row) => `${row.uscc}${row.name}`}
                      sums={{ people: activity.people }}
                    />
                  </Section>
                </div>
                <div>
                  <Counting activity={activity} />
                  {activity.findings.length > 0 ? (
                    <Section title={t.findings}>
                      <FindingGroups findings={activity.findings} />
                    </Section>
                  ) : null}
                  <Answers activity={activity} />
                  <Evidence activity={activity} />
                </div>
              </div>
              <FormerActivities activity={activity} />
              {search.act === 'withdraw' && abilityFor(activity.actions, 'withdraw')?.allowed ? (
                <WithdrawDialog activity={activity} onClose={() => setSearch({ act: null })} />
              ) : null}
              {search.act === 'enter-answers' && abilityFor(activity.actions, 'enter-answers')?.allowed ? (
                <AnswersDialog activity={activity} onClose={() => setSearch({ act: null })} />
              ) : null}
              {search.act === 'add-evidence' && add?.allowed ? (
                <EvidenceDialog activity={activity} onClose={() => setSearch({ act: null })} />
              ) : null}
            </>
          )
        }
      </Async>
    </Page>
  )
}

type Props = { activity: contract.ActivityView }

function Facts({ activity }: Props) {
  const t = useWords(words)
  return (
    <Section title={t.facts}>
      <KeyValue
        facts={[
          { label: t.heldOn, value: <DayText day={activity.heldOn} /> },
          { label: t.place, value: activity.place || '—' },
          { label: t.enterprises, value: <Count value={activity.enterprises} /> },
          { label: t.people, value: <Count value={activity.people} /> },
          { label: t.recordedBy, value: activity.recordedBy },
        ]}
      />
    </Section>
  )
}

function Counting({ activity }: Props) {
  const t = useWords(words)
  const say = useText()
  return (
    <Section title={t.counted}>
      {activity.withdrawn ? (
        <p>{t.countsNever}</p>
      ) : activity.countedOn ? (
        <p>{t.counts(activity.countedOn)}</p>
      ) : (
        <>
          <p>{t.countsNot}</p>
          <ul>
            {activity.missing.map((one) => (
              <li key={one.text.zh}>
                {say(one.text)} <span className="clause">{one.clause}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Evidence({ activity: { evidence } }: Props) {
  const t = useWords(words)
  const say = useText()
  const isPhoto = (mediaType: string) => mediaType.startsWith('image/')
  return (
    <Section title={t.evidence} actions={<Count value={evidence.length} />}>
      {evidence.length === 0 ? <p className="soft">{t.noEvidence}</p> : null}
      <div className="photos">
        {evidence
          .filter(({ file }) => isPhoto(file.mediaType))
          .map(({ evidenceId, file, proof }) => (
            <PhotoThumb key={evidenceId} file={file} note={say(proofs[proof])} />
          ))}
      </div>
      <ul className="file-list">
        {evidence
          .filter(({ file }) => !isPhoto(file.mediaType))
          .map(({ evidenceId, file, proof }) => (
            <li key={evidenceId}>
              <span className="soft nowrap">{say(proofs[proof])}</span> <FileLink file={file} />
            </li>
          ))}
      </ul>
    </Section>
  )
}

function EvidenceDialog({ activity, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { activityId, asked } = activity
  const { form, change, typed, forget } = useKept<{ papers: Papers }>(`activity/${activityId}/evidence`, { papers: {} })
  const add = useWaitingCommand(contract.addActivityEvidence, {
    title: words.addEvidence,
    about: activity.title,
    page: `/activities/${activityId}?act=add-evidence`,
    form: { key: `activity/${activityId}/evidence`, value: form },
    onDone: () => {
      forget()
      void message.success(t.saved)
      onClose()
    },
    onWaiting: () => {
      forget()
      onClose()
    },
  })
  const papers = papersOf(form.papers)
  const label = (proof: ProofKind, need: number) =>
    t.asked(say(proofs[proof]), asked.find((one) => one.proof === proof)?.have ?? 0, need)
  return (
    <ActDialog
      typed={typed}
      title={t.addEvidence}
      okText={t.save}
      running={add.isPending}
      error={add.error}
      missing={[papers.length === 0 && { field: `papers.${asked[0]?.proof ?? ''}`, label: t.evidence }]}
      onOk={() => add.send({ params: { activityId }, body: { papers } })}
      onCancel={onClose}
    >
      <PaperFields asked={asked} label={label} value={form.papers} onChange={(next) => change({ papers: next })} />
    </ActDialog>
  )
}

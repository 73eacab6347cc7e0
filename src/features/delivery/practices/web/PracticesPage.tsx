import { practiceSorts, practiceStates } from '../../../../policy/services/practice.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { DayText, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'

const tones = { submitted: 'warning', adopted: 'good', returned: 'neutral' } as const

/** The documents of lasting practice of a park: handed in by it, adopted or sent back by its county (G3.5). */
export function PracticesPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const { search, setSearch } = useUrl()
  const me = useMe()
  const view = useView(contract.listPractices, { params: { pilotId } })
  const found = view.data
  const chosen = found?.practices.find((one) => one.practiceId === search.practice)
  const close = () => setSearch({ act: null, practice: null })
  const may = (act: 'adopt' | 'return') =>
    search.act === act && chosen && abilityFor(chosen.actions, act)?.allowed ? chosen : null
  const submit = found && me.unitKind === 'park' ? abilityFor(found.actions, 'submit') : undefined
  const [adopting, returning] = [may('adopt'), may('return')]
  return (
    <Page
      title={t.title}
      subtitle={found?.parkName}
      tabs={tabs}
      actions={
        <ActionButton type="primary" action={submit} onClick={() => setSearch({ act: 'submit' }, { replace: false })}>
          {t.submit}
        </ActionButton>
      }
    >
      <Async view={view}>
        {({ practices, actions }) => (
          <>
            <Section title={t.title} note={t.note}>
              {practices.length === 0 ? (
                <p className="empty">{t.none}</p>
              ) : (
                <Practices
                  practices={practices}
                  onAct={(act, practice) => setSearch({ act, practice }, { replace: false })}
                />
              )}
            </Section>
            {search.act === 'submit' && abilityFor(actions, 'submit')?.allowed ? (
              <SubmitDialog pilotId={pilotId} onClose={close} />
            ) : null}
            {adopting ? <AdoptDialog practice={adopting} onClose={close} /> : null}
            {returning ? <ReturnDialog practice={returning} onClose={close} /> : null}
          </>
        )}
      </Async>
    </Page>
  )
}

type Practices = {
  practices: readonly contract.PracticeView[]
  onAct: (act: string, practiceId: string) => void
}

function Practices({ practices, onAct }: Practices) {
  const t = useWords(words)
  const say = useText()
  return (
    <FieldTable
      name="practices"
      label={t.title}
      rowKey={(row) => row.practiceId}
      rows={practices}
      columns={[
        { key: 'sort', title: t.sort, show: ({ sort }) => say(practiceSorts[sort]), width: 110 },
        { key: 'title', title: t.name, show: ({ title }) => title, width: 200 },
        { key: 'writtenOn', title: t.writtenOn, show: (row) => <DayText day={row.writtenOn} />, width: 100 },
        { key: 'file', title: t.file, show: ({ file }) => <FileLink file={file} />, width: 130 },
        {
          key: 'submittedBy',
          title: t.submittedBy,
          show: (row) => (
            <>
              {row.submittedBy} <InstantText at={row.submittedAt} />
            </>
          ),
          width: 150,
        },
        {
          key: 'state',
          title: t.state,
          show: ({ state }) => <StatusTag tone={tones[state]}>{say(practiceStates[state])}</StatusTag>,
          width: 80,
        },
        {
          key: 'decision',
          title: t.decision,
          show: ({ adoptionNo, adoptedOn, returnReason }) =>
            adoptionNo ? (
              <>
                {adoptionNo} <DayText day={adoptedOn} />
              </>
            ) : (
              returnReason || '—'
            ),
          width: 170,
        },
        {
          key: 'acts',
          title: t.acts,
          show: ({ practiceId, state, actions }) =>
            state === 'submitted' ? (
              <>
                <ActionButton
                  size="small"
                  action={abilityFor(actions, 'adopt')}
                  onClick={() => onAct('adopt', practiceId)}
                >
                  {t.adopt}
                </ActionButton>
                <ActionButton
                  size="small"
                  danger
                  type="text"
                  action={abilityFor(actions, 'return')}
                  onClick={() => onAct('return', practiceId)}
                >
                  {t.sendBack}
                </ActionButton>
              </>
            ) : (
              '—'
            ),
          width: 130,
        },
      ]}
    />
  )
}

type Deciding = { practice: contract.PracticeView; onClose: () => void }

function ReturnDialog({ practice: { practiceId }, onClose }: Deciding) {
  const t = useWords(words)
  const reason = useReason(`practices/${practiceId}/return`)
  const act = useCommand(contract.returnPractice, { onDone: reason.sent(onClose) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.sendBack}
      okText={t.sendBack}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { practiceId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{t.sendBackNote}</p>
    </ConfirmDialog>
  )
}

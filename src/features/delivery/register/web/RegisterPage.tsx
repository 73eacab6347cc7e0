import { kindOf, registerKinds, sortOf } from '../../../../policy/records/register.ts'
import { formatYuan } from '../../../../shared/money.ts'
import type { Text } from '../../../../shared/words.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { FieldTable } from '../../../../ui/FieldTable.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { Count, DayText, FactDay, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { EntryDialog } from './EntryDialog.tsx'

/** What a sort of entry is called, with its kind where the sort alone would not say it. */
function sortText(sort: contract.EntryView['sort']): Text {
  const kind = registerKinds[kindOf(sort)]
  const { zh, en } = sortOf(kindOf(sort), sort) ?? kind
  return { zh: `${kind.zh} · ${zh}`, en: `${kind.en}: ${en}` }
}

/** The register of one enterprise: what it has won, each with its paper; entered, corrected and withdrawn here (G3.5). */
export function RegisterPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const enterpriseId = usePathParam('enterpriseId')
  const { search, setSearch } = useUrl()
  const view = useView(contract.showRegister, { params: { enterpriseId } })
  const found = view.data
  const entry = found?.entries.find((one) => one.entryId === search.entry)
  const close = () => setSearch({ act: null, entry: null })
  const may = (act: 'correct' | 'withdraw') =>
    search.act === act && entry && abilityFor(entry.actions, act)?.allowed ? entry : null
  const [correcting, withdrawing] = [may('correct'), may('withdraw')]
  return (
    <Page
      title={t.title}
      subtitle={found?.enterprise.name}
      back={{ text: t.enterprise, to: `/pilots/${pilotId}/enterprises/${enterpriseId}` }}
      actions={
        <ActionButton
          type="primary"
          action={found && abilityFor(found.actions, 'enter')}
          onClick={() => setSearch({ act: 'enter' }, { replace: false })}
        >
          {t.enter}
        </ActionButton>
      }
    >
      <Async view={view}>
        {({ entries, enterprise, actions }) => (
          <>
            <Section title={t.title} note={t.note} actions={<Count value={entries.length} />}>
              {entries.length === 0 ? (
                <p className="empty">{t.none}</p>
              ) : (
                <Entries
                  entries={entries}
                  onAct={(act, entryId) => setSearch({ act, entry: entryId }, { replace: false })}
                />
              )}
            </Section>
            <Former entries={entries} />
            {search.act === 'enter' && abilityFor(actions, 'enter')?.allowed ? (
              <EntryDialog enterprise={enterprise} entry={null} onClose={close} />
            ) : null}
            {correcting ? <EntryDialog enterprise={enterprise} entry={correcting} onClose={close} /> : null}
            {withdrawing ? <WithdrawDialog entry={withdrawing} onClose={close} /> : null}
          </>
        )}
      </Async>
    </Page>
  )
}

type Entries = { entries: readonly contract.EntryView[] }

function Entries({ entries, onAct }: Entries & { onAct: (act: string, entryId: string) => void }) {
  const t = useWords(words)
  const say = useText()
  return (
    <FieldTable
      name="entries"
      label={t.title}
      rowKey={(row) => row.entryId}
      rows={entries}
      columns={[
        { key: 'sort', title: t.sort, show: ({ sort }) => say(sortText(sort)), width: 150 },
        { key: 'number', title: t.number, show: ({ number }) => number, width: 140 },
        { key: 'on', title: t.day, show: ({ on }) => <DayText day={on} />, width: 96 },
        { key: 'validUntil', title: t.validUntil, show: (row) => <DayText day={row.validUntil} />, width: 96 },
        { key: 'party', title: t.party, show: ({ party }) => party, width: 130 },
        {
          key: 'amountFen',
          title: t.amount,
          show: ({ amountFen }) => (amountFen === null ? '—' : formatYuan(amountFen)),
          figure: true,
        },
        { key: 'file', title: t.paper, show: ({ file }) => <FileLink file={file} />, width: 120 },
        {
          key: 'state',
          title: t.state,
          show: ({ withdrawn, revision }) => (
            <>
              <StatusTag tone={withdrawn ? 'neutral' : 'good'}>{withdrawn ? t.withdrawn : t.counts}</StatusTag>
              {!withdrawn && revision > 1 ? <div className="soft">{t.corrected(revision - 1)}</div> : null}
            </>
          ),
          width: 80,
        },
        {
          key: 'acts',
          title: t.acts,
          show: ({ entryId, withdrawn, actions }) =>
            withdrawn ? (
              '—'
            ) : (
              <>
                <ActionButton
                  size="small"
                  action={abilityFor(actions, 'correct')}
                  onClick={() => onAct('correct', entryId)}
                >
                  {t.correct}
                </ActionButton>
                <ActionButton
                  size="small"
                  danger
                  type="text"
                  action={abilityFor(actions, 'withdraw')}
                  onClick={() => onAct('withdraw', entryId)}
                >
                  {t.withdraw}
                </ActionButton>
              </>
            ),
          width: 120,
        },
      ]}
    />
  )
}

function WithdrawDialog({ entry: { entryId }, onClose }: { entry: contract.EntryView; onClose: () => void }) {
  const t = useWords(words)
  const reason = useReason(`register/${entryId}/withdraw`)
  const act = useCommand(contract.withdrawEntry, { onDone: reason.sent(onClose) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.withdraw}
      okText={t.withdraw}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { entryId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{t.withdrawNote}</p>
    </ConfirmDialog>
  )
}

/** What was said before each correction or withdrawal, and why it was wrong. */
function Former({ entries }: Entries) {
  const t = useWords(words)
  const say = useText()
  const all = entries.flatMap((entry) =>
    entry.former.map((one, at) => ({ entry, one, next: entry.former[at - 1] ?? entry })),
  )
  if (all.length === 0) return null
  return (
    <Section id="former" title={t.former}>
      {all.map(({ entry, one, next }) => (
        <div key={`${entry.entryId}-${one.revision}`}>
          <h3>{t.formerLine(say(sortText(one.sort)), one.number, one.on)}</h3>
          <KeyValue
            columns={3}
            facts={[
              { label: t.day, value: <FactDay day={one.on} enteredAt={one.writtenAt} /> },
              { label: t.party, value: one.party },
              { label: t.amount, value: one.amountFen === null ? '—' : formatYuan(one.amountFen) },
              { label: t.paper, value: <FileLink file={one.file} /> },
              {
                label: entry.withdrawn && next === entry ? t.withdraw : t.correct,
                value: (
                  <>
                    {next.writtenBy} <InstantText at={next.writtenAt} />
                  </>
                ),
              },
              { label: t.reason, value: next.correctionReason, wide: true },
            ]}
          />
        </div>
      ))}
    </Section>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { eventName } from '../../../../policy/oversight/event-words.ts'
import type { Minute } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { Count, InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../affected-contract.ts'
import type { IncidentView } from '../contract.ts'
import { words } from '../words.ts'

/** What was written between two moments, by kind of act and by account; the moments and the account stand in the address. */
export function Affected({ incident: { incidentId } }: { incident: IncidentView }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { search: asked, setSearch } = useUrl()
  const { from, to, account } = asked
  const search = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(account ? { accountId: account } : {}) }
  const view = useView(contract.showAffected, { params: { incidentId }, search }, { keepPrevious: true })
  const exportTo = downloadUrl(contract.exportAffected, { incidentId }, { ...search, language })
  return (
    <Section id="affected" title={t.affected} note={t.affectedNote}>
      <Async view={view}>
        {(affected) => (
          <>
            <Range key={`${affected.from} ${affected.to}`} affected={affected} exportTo={exportTo} />
            {account ? <Button onClick={() => setSearch({ account: null })}>{t.everyAccount}</Button> : null}
            <KeyValue
              columns={3}
              facts={[
                { label: t.events, value: <Count value={affected.events} /> },
                { label: t.records, value: <Count value={affected.records} /> },
                { label: t.files, value: <Count value={affected.files} /> },
                { label: t.firstAt, value: <InstantText at={affected.firstAt} /> },
                { label: t.lastAt, value: <InstantText at={affected.lastAt} /> },
              ]}
            />
            <Tables affected={affected} onAccount={(accountId) => setSearch({ account: accountId })} />
          </>
        )}
      </Async>
    </Section>
  )
}

function Range({ affected, exportTo }: { affected: contract.AffectedView; exportTo: string }) {
  const t = useWords(words)
  const { setSearch } = useUrl()
  const [from, setFrom] = useState<Minute | null>(affected.from)
  const [to, setTo] = useState<Minute | null>(affected.to)
  return (
    <search className="incident-range">
      <Field label={t.from} name="from">
        {(bind) => <MinuteInput {...bind} value={from} onChange={setFrom} />}
      </Field>
      <Field label={t.to} name="to">
        {(bind) => <MinuteInput {...bind} value={to} onChange={setTo} />}
      </Field>
      <Button onClick={() => setSearch({ from, to })}>{t.show}</Button>
      <Button href={exportTo} download>
        {t.exportCsv}
      </Button>
    </search>
  )
}

type TablesProps = { affected: contract.AffectedView; onAccount: (accountId: string) => void }

function Tables({ affected, onAccount }: TablesProps) {
  const t = useWords(words)
  const say = useText()
  type Figures = Pick<contract.AffectedKind, 'events' | 'records' | 'files' | 'firstAt' | 'lastAt'>
  const figures = <Row extends Figures>(): Column<Row>[] => [
    {
      key: 'events',
      title: t.events,
      width: 100,
      align: 'right',
      show: ({ events }) => <Count value={events} />,
      sort: ({ events }) => events,
    },
    {
      key: 'records',
      title: t.records,
      width: 110,
      align: 'right',
      show: ({ records }) => <Count value={records} />,
      sort: ({ records }) => records,
    },
    {
      key: 'files',
      title: t.files,
      width: 100,
      align: 'right',
      show: ({ files }) => <Count value={files} />,
      sort: ({ files }) => files,
    },
    { key: 'firstAt', title: t.firstAt, width: 150, show: ({ firstAt }) => <InstantText at={firstAt} /> },
    { key: 'lastAt', title: t.lastAt, width: 150, show: ({ lastAt }) => <InstantText at={lastAt} /> },
  ]
  return (
    <div className="incident-tables">
      <DataTable
        label={t.byKind}
        columns={[
          {
            key: 'kind',
            title: t.byKind,
            fixed: true,
            width: 220,
            show: ({ kind }) => say(eventName(kind)),
            sort: ({ kind }) => say(eventName(kind)),
          },
          ...figures<contract.AffectedKind>(),
        ]}
        rows={affected.kinds}
        rowKey={({ kind }) => kind}
        empty={t.nothingTouched}
      />
      <DataTable
        label={t.byAccount}
        columns={[
          {
            key: 'accountName',
            title: t.byAccount,
            fixed: true,
            width: 260,
            show: ({ accountName, post, unitName }) => (
              <>
                {accountName ?? t.nobody}
                <div className="soft">{[unitName, post && say(post)].filter(Boolean).join(' · ')}</div>
              </>
            ),
            sort: ({ accountName }) => accountName ?? '',
          },
          ...figures<contract.AffectedAccount>(),
          {
            key: 'acts',
            title: '',
            card: 'bare',
            width: 130,
            show: ({ accountId }) =>
              accountId ? (
                <Button type="link" onClick={() => onAccount(accountId)}>
                  {t.onlyThis}
                </Button>
              ) : null,
          },
        ]}
        rows={affected.accounts}
        rowKey={({ accountId, post }) => `${accountId} ${post?.en}`}
        empty={t.nothingTouched}
      />
    </div>
  )
}

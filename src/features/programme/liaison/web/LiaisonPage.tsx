import { Select } from 'antd'
import { filingStateNames } from '../../../../policy/filings/filing.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { DayText, StatusTag } from '../../../../ui/Values.tsx'
import { PersonalText } from '../../personal/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './liaison.css'

/** Who is to be asked, county by county, on a day; and who was replaced. */
export function LiaisonPage() {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const asked = {
    ...(search.batch ? { batchId: search.batch } : {}),
    ...(search.county ? { countyId: search.county } : {}),
    ...(search.day ? { day: search.day } : {}),
  }
  const view = useView(contract.showLiaison, { search: asked }, { keepPrevious: true })
  const batches = view.data?.batches ?? []
  return (
    <Page title={t.title} subtitle={t.subtitle} actions={<PrintButton />}>
      <div className="liaison-choice no-print">
        {batches.length > 1 ? (
          <Select
            aria-label={t.batch}
            value={search.batch ?? ''}
            onChange={(batch) => setSearch({ batch })}
            options={[
              { value: '', label: t.allBatches },
              ...batches.map(({ batchId, name }) => ({ value: batchId, label: name })),
            ]}
          />
        ) : null}
        <div className="liaison-day">
          <Field label={<span className="visually-hidden">{t.day}</span>} name="day">
            {(bind) => <DayInput {...bind} value={view.data?.day ?? null} onChange={(day) => setSearch({ day })} />}
          </Field>
        </div>
      </div>
      <Async view={view} isEmpty={(data) => data.counties.length === 0} empty={t.empty}>
        {(data) => (
          <>
            {data.counties.map((county) => (
              <County key={`${county.batchId} ${county.countyId}`} county={county} />
            ))}
          </>
        )}
      </Async>
    </Page>
  )
}

function County({ county }: { county: contract.CountyOfficers }) {
  const t = useWords(words)
  const say = useText()
  const { countyName, batchName, filing, recordedOn, dueOn, officers, changes } = county
  const list = filing ? (
    <AppLink to={`/filings/${filing.filingId}`}>{say(filingStateNames[filing.state])}</AppLink>
  ) : recordedOn ? (
    say(filingStateNames.recorded)
  ) : (
    t.notRecorded
  )
  return (
    <Section title={`${countyName} · ${batchName}`}>
      <div className="liaison-facts">
        <KeyValue
          columns={3}
          facts={[
            { label: t.list, value: list },
            dueOn !== null && { label: t.dueOn, value: <DayText day={dueOn} /> },
            { label: t.recordedOn, value: recordedOn ? <DayText day={recordedOn} /> : '—' },
          ]}
        />
      </div>
      {officers.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <Officers officers={officers} label={`${countyName} ${t.title}`} />
      )}
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </Section>
  )
}

function Officers({ officers, label }: { officers: contract.OfficerView[]; label: string }) {
  const t = useWords(words)
  const columns: Column<contract.OfficerView>[] = [
    { key: 'unit', title: t.unit, fixed: true, width: 200 },
    { key: 'seat', title: t.seat, width: 80, show: ({ seat }) => <SeatTag seat={seat} /> },
    { key: 'name', title: t.name, width: 180 },
    {
      key: 'office',
      title: t.office,
      width: 180,
      show: ({ office, duty }) => [office, duty].filter(Boolean).join(' · '),
    },
    {
      key: 'phone',
      title: t.phone,
      width: 200,
      show: ({ officerId, phone, mobile }) => (
        <>
          {phone === '' ? null : <PersonalText of="officer-phone" id={officerId} value={phone} />}
          {phone !== '' && mobile !== '' ? '，' : null}
          {mobile === '' ? null : <PersonalText of="officer-mobile" id={officerId} value={mobile} />}
        </>
      ),
    },
    {
      key: 'from',
      title: t.validity,
      width: 200,
      show: ({ from, until }) => <span className="number">{until ? t.span(from, until) : t.since(from)}</span>,
    },
  ]
  return <DataTable label={label} columns={columns} rows={officers} rowKey={(row) => row.officerId} />
}

function SeatTag({ seat }: { seat: contract.OfficerView['seat'] }) {
  const t = useWords(words)
  return <StatusTag tone={seat === 'A' ? 'active' : 'neutral'}>{seat === 'A' ? t.first : t.deputy}</StatusTag>
}

function Changes({ changes }: { changes: contract.OfficerChange[] }) {
  const t = useWords(words)
  return (
    <div className="liaison-changes">
      <h3>{t.changes}</h3>
      <ul>
        {changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is history and never reordered
          <li key={at}>
            <DayText day={change.on} />{' '}
            {t.replaced(
              change.unit,
              change.seat === 'A' ? t.first : t.deputy,
              change.before ?? t.nobody,
              change.after ?? t.nobody,
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

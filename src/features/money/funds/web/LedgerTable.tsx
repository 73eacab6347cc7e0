import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { SortHead } from '../../../../ui/Sorting.tsx'
import type { ListOrder } from '../../../../ui/table-search.ts'
import { useUrl } from '../../../../ui/url.ts'
import { DayText, InstantText, Money, StatusTag } from '../../../../ui/Values.tsx'
import { useActName } from '../../../programme/signing/web/public.ts'
import type { EntryView } from '../entry-contract.ts'
import { words } from '../words.ts'

type LedgerTableProps = {
  pilotId: string
  entries: readonly EntryView[]
  order: ListOrder
  /** Whether the reader only prepares the reversal of a release. */
  byTwo: boolean
}

/** Entries as a table whose rows open their postings; on paper all postings are printed. */
export function LedgerTable({ pilotId, entries, order, byTwo }: LedgerTableProps) {
  const t = useWords(words)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const columns = useLedgerColumns()
  const toggle = (id: string) =>
    setOpen((all) => new Set(all.has(id) ? [...all].filter((one) => one !== id) : [...all, id]))
  return (
    <table className="ledger" aria-label={t.ledgerCaption}>
      <thead>
        <tr>
          <th scope="col" className="ledger-toggle no-print">
            <span className="visually-hidden">{t.postings}</span>
          </th>
          {columns.map(({ key, title }) => (
            <SortHead key={key} order={order} name={key} className={key === 'amountFen' ? 'ledger-amount' : undefined}>
              {title}
            </SortHead>
          ))}
        </tr>
      </thead>
      {entries.map((entry) => (
        <Entry
          key={entry.entryId}
          pilotId={pilotId}
          entry={entry}
          byTwo={byTwo}
          open={open.has(entry.entryId)}
          onToggle={() => toggle(entry.entryId)}
        />
      ))}
    </table>
  )
}

/** Its columns by the names that the server sorts by. */
export function useLedgerColumns() {
  const t = useWords(words)
  return [
    { key: 'bookedOn', title: t.bookedOn },
    { key: 'kind', title: t.entryKind },
    { key: 'amountFen', title: t.amount },
    { key: 'subject', title: t.subject },
    { key: 'memo', title: t.memo },
    { key: 'byName', title: t.byWhom },
  ]
}

type EntryProps = { pilotId: string; entry: EntryView; byTwo: boolean; open: boolean; onToggle: () => void }

function Entry({ pilotId, entry, byTwo, open, onToggle }: EntryProps) {
  const t = useWords(words)
  const say = useText()
  const id = `postings-${entry.entryId}`
  return (
    <tbody className={entry.reversedBy ? 'is-reversed' : undefined}>
      <tr className="ledger-entry">
        <td className="ledger-toggle no-print">
          <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
            {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            <span className="visually-hidden">{open ? t.hidePostings : t.showPostings}</span>
          </button>
        </td>
        <td className="ledger-day">
          <DayText day={entry.bookedOn} />
        </td>
        <td className="ledger-kind">
          {say(entry.name)} {entry.reversedBy ? <StatusTag tone="warning">{t.reversed}</StatusTag> : null}
        </td>
        <td className="ledger-amount">
          <Money fen={entry.amountFen} plain />
        </td>
        <td data-label={t.subject}>
          <Subject pilotId={pilotId} subject={entry.subject} />
        </td>
        <td data-label={t.memo}>{entry.memo || <span className="faint">—</span>}</td>
        <td data-label={t.byWhom}>
          {entry.byName} <InstantText at={entry.at} />
        </td>
      </tr>
      <tr id={id} className={open ? 'ledger-postings is-shown' : 'ledger-postings'}>
        <td className="no-print" />
        <td colSpan={6}>
          <Postings entry={entry} byTwo={byTwo} />
        </td>
      </tr>
    </tbody>
  )
}

function Subject({ pilotId, subject }: { pilotId: string; subject: EntryView['subject'] }) {
  const t = useWords(words)
  if (subject.trancheNo !== null) {
    return <AppLink to={`/pilots/${pilotId}/money`}>{t.trancheNo(subject.trancheNo)}</AppLink>
  }
  if (subject.kind === 'measure') return <AppLink to={`/pilots/${pilotId}/measures`}>{t.measure}</AppLink>
  if (subject.serviceId) return <AppLink to={`/services/${subject.serviceId}`}>{subject.serviceNo}</AppLink>
  return <AppLink to={`/pilots/${pilotId}/plan`}>{t.plan}</AppLink>
}

function Postings({ entry, byTwo }: Pick<EntryProps, 'entry' | 'byTwo'>) {
  const t = useWords(words)
  const actName = useActName()
  const say = useText()
  const { setSearch } = useUrl()
  return (
    <>
      <table className="postings" aria-label={t.postings}>
        <thead>
          <tr>
            <th scope="col">{t.account}</th>
            <th scope="col" className="ledger-amount">
              {t.debit}
            </th>
            <th scope="col" className="ledger-amount">
              {t.credit}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.postings.map(({ key, account, amountFen }) => (
            <tr key={key}>
              <td>{say(account)}</td>
              <td className="ledger-amount">{amountFen > 0 ? <Money fen={amountFen} plain /> : null}</td>
              <td className="ledger-amount">{amountFen < 0 ? <Money fen={-amountFen} plain /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ButtonRow className="button-row no-print">
        <ActionButton
          size="small"
          action={abilityFor(entry.actions, 'reverse')}
          onClick={() => setSearch({ reverse: entry.entryId }, { replace: false })}
        >
          {actName(t.reverse, byTwo && entry.kind === 'release')}
        </ActionButton>
      </ButtonRow>
    </>
  )
}

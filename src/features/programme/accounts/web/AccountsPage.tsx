import { Button } from 'antd'
import { accountActs } from '../../../../policy/people/account-requests.ts'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useGo, useUrl } from '../../../../ui/url.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { AskDialog, CloseDialog, DecideDialog } from './AccountDialogs.tsx'
import { CreateAccount } from './CreateAccount.tsx'
import { ImportAccounts } from './ImportAccounts.tsx'

type Row = contract.ListedAccount

/** The administrator's accounts; the open dialog stands in the address. */
export function AccountsPage() {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const [prepares, decides] = [me.permissions.includes('account.manage'), me.permissions.includes('account.close')]
  const go = useGo()
  const { search, setSearch } = useUrl()
  const table = useTableSearch(contract.listAccounts, { pageSize: 50 })
  const view = useView(contract.listAccounts, { search: table.search }, { keepPrevious: true })
  const close = () => setSearch({ act: null, account: null })
  const named = view.data?.accounts.find((one) => one.accountId === search.account)
  const columns: Column<Row>[] = [
    { key: 'name', title: t.name },
    { key: 'unitName', title: t.unit },
    { key: 'post', title: t.post, show: ({ post }) => (isPost(post) ? say(posts[post]) : post) },
    { key: 'state', title: t.state, width: 180, show: (row) => <AccountState row={row} /> },
    { key: 'createdAt', title: t.createdOn, width: 170, show: (row) => <InstantText at={row.createdAt} /> },
    {
      key: 'acts',
      title: t.acts,
      width: 220,
      show: (row) => (
        <ButtonRow>
          {prepares ? <Preparing row={row} /> : null}
          {decides ? <Deciding row={row} /> : null}
        </ButtonRow>
      ),
    },
  ]
  return (
    <Page title={t.title} subtitle={t.note}>
      <DataTable
        label={t.title}
        columns={columns}
        rows={view.data?.accounts}
        failed={view}
        rowKey={(row) => row.accountId}
        table={table}
        total={view.data?.total ?? 0}
        filters={[
          { name: 'q', label: t.find, kind: 'text', width: 260 },
          { name: 'asked', label: t.state, kind: 'select', width: 160, options: [{ value: 'yes', text: t.asked }] },
        ]}
        empty={t.none}
        loading={view.isFetching}
        actions={
          prepares ? (
            <ButtonRow>
              <Button onClick={() => go('/accounts/slips')}>{t.slips}</Button>
              <Button type="primary" onClick={() => setSearch({ act: 'create', account: null })}>
                {t.create}
              </Button>
            </ButtonRow>
          ) : null
        }
      />
      {prepares ? <ImportAccounts /> : null}
      {search.act === 'create' ? <CreateAccount onClose={close} /> : null}
      {search.act === 'close' && named ? <CloseDialog account={named} onClose={close} /> : null}
      {(search.act === 'ask-reopen' || search.act === 'ask-reset') && named ? (
        <AskDialog account={named} act={search.act === 'ask-reopen' ? 'reopen' : 'reset'} onClose={close} />
      ) : null}
      {(search.act === 'decide' || search.act === 'send-back') && typeof search.account === 'string' ? (
        <DecideDialog accountId={search.account} approved={search.act === 'decide'} onClose={close} />
      ) : null}
    </Page>
  )
}

function AccountState({ row }: { row: Row }) {
  const t = useWords(words)
  const say = useText()
  if (row.request) {
    const { act, preparedBy, preparedAt } = row.request
    return (
      <>
        <StatusTag tone="warning">{t.asked}</StatusTag>
        <div>
          {say(accountActs[act])} · {preparedBy} · <InstantText at={preparedAt} />
        </div>
      </>
    )
  }
  if (row.closedAt) return <StatusTag tone="neutral">{t.closed}</StatusTag>
  if (!row.activated) return <StatusTag tone="warning">{t.waits}</StatusTag>
  const locked = row.lockedUntil !== null && row.lockedUntil > new Date().toISOString()
  return <StatusTag tone={locked ? 'warning' : 'good'}>{locked ? t.locked : t.open}</StatusTag>
}

/** What the system administrator does next: a slip, or what the security administrator is asked for. */
function Preparing({ row: { accountId, activated, closedAt, actions } }: { row: Row }) {
  const t = useWords(words)
  const go = useGo()
  const { setSearch } = useUrl()
  const asks = (act: 'ask-reopen' | 'ask-reset') => isAllowed(actions, act)
  if (asks('ask-reopen') || asks('ask-reset')) {
    const act = closedAt ? 'ask-reopen' : 'ask-reset'
    return (
      <ActionButton
        size="small"
        action={abilityFor(actions, act)}
        onClick={() => setSearch({ act, account: accountId })}
      >
        {closedAt ? t.askReopen : t.askReset}
      </ActionButton>
    )
  }
  return (
    <ActionButton
      size="small"
      action={abilityFor(actions, 'issue')}
      onClick={() => go(`/accounts/slips?account=${accountId}`)}
    >
      {activated ? t.reset : t.activate}
    </ActionButton>
  )
}

/** What the security administrator does: answers what waits, and closes or opens again. */
function Deciding({ row: { accountId, closedAt, request, actions } }: { row: Row }) {
  const t = useWords(words)
  const { setSearch } = useUrl()
  const shows = (act: string) => () => setSearch({ act, account: accountId })
  return (
    <>
      {request ? (
        <>
          <ActionButton size="small" type="primary" action={abilityFor(actions, 'decide')} onClick={shows('decide')}>
            {t.decide}
          </ActionButton>
          {isAllowed(actions, 'decide') ? (
            <Button size="small" onClick={shows('send-back')}>
              {t.sendBack}
            </Button>
          ) : null}
        </>
      ) : null}
      <ActionButton size="small" action={abilityFor(actions, closedAt ? 'reopen' : 'close')} onClick={shows('close')}>
        {closedAt ? t.reopen : t.close}
      </ActionButton>
    </>
  )
}

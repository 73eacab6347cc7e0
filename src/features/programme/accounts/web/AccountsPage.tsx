import { App, Button } from 'antd'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { unless } from '../../../../ui/ability.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
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
import { CreateAccount } from './CreateAccount.tsx'
import { ImportAccounts } from './ImportAccounts.tsx'

type Row = contract.ListedAccount

/** The administrator's accounts; the open dialog stands in the address. */
export function AccountsPage() {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
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
    { key: 'state', title: t.state, width: 110, show: (row) => <AccountState row={row} /> },
    { key: 'createdAt', title: t.createdOn, width: 170, show: (row) => <InstantText at={row.createdAt} /> },
    {
      key: 'acts',
      title: t.acts,
      width: 200,
      show: ({ accountId, closedAt, activated }) => (
        <ButtonRow>
          <ActionButton
            size="small"
            action={unless((accountId === me.accountId && words.notOwnSlip) || (closedAt !== null && words.closed))}
            onClick={() => go(`/accounts/slips?account=${accountId}`)}
          >
            {activated ? t.reset : t.activate}
          </ActionButton>
          <ActionButton
            size="small"
            action={unless(accountId === me.accountId && words.notOneself)}
            onClick={() => setSearch({ act: 'close', account: accountId })}
          >
            {closedAt ? t.reopen : t.close}
          </ActionButton>
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
        filters={[{ name: 'q', label: t.find, kind: 'text', width: 260 }]}
        empty={t.none}
        loading={view.isFetching}
        actions={
          <ButtonRow>
            <Button onClick={() => go('/accounts/slips')}>{t.slips}</Button>
            <Button type="primary" onClick={() => setSearch({ act: 'create', account: null })}>
              {t.create}
            </Button>
          </ButtonRow>
        }
      />
      <ImportAccounts />
      {search.act === 'create' ? <CreateAccount onClose={close} /> : null}
      {search.act === 'close' && named ? <CloseDialog account={named} onClose={close} /> : null}
    </Page>
  )
}

function AccountState({ row }: { row: Row }) {
  const t = useWords(words)
  if (row.closedAt) return <StatusTag tone="neutral">{t.closed}</StatusTag>
  if (!row.activated) return <StatusTag tone="warning">{t.waits}</StatusTag>
  const locked = row.lockedUntil !== null && row.lockedUntil > new Date().toISOString()
  return <StatusTag tone={locked ? 'warning' : 'good'}>{locked ? t.locked : t.open}</StatusTag>
}

type DialogProps = { account: Row; onClose: () => void }

function CloseDialog({ account, onClose }: DialogProps) {
  const t = useWords(words)
  const done = useDone(onClose)
  const change = useCommand(contract.closeAccount, { onDone: done })
  const closed = account.closedAt === null
  return (
    <ConfirmDialog
      open
      title={closed ? t.closeTitle(account.name) : `${t.reopen} · ${account.name}`}
      okText={closed ? t.close : t.reopen}
      danger={closed}
      running={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ params: { accountId: account.accountId }, body: { closed } })}
      onCancel={onClose}
    >
      {closed ? <p>{t.closeBody}</p> : null}
    </ConfirmDialog>
  )
}

function useDone(onClose: () => void) {
  const t = useWords(words)
  const { message } = App.useApp()
  return () => {
    void message.success(t.done)
    onClose()
  }
}

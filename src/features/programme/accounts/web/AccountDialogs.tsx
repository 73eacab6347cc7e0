import { App } from 'antd'
import { accountActs } from '../../../../policy/people/account-requests.ts'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useReason } from '../../../../ui/use-reason.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import * as requests from '../request-contract.ts'
import { words } from '../words.ts'

type DialogProps = { account: contract.ListedAccount; onClose: () => void }

export function CloseDialog({ account, onClose }: DialogProps) {
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

/** The system administrator asks the security administrator. */
export function AskDialog({ account, act, onClose }: DialogProps & { act: 'reopen' | 'reset' }) {
  const t = useWords(words)
  const done = useDone(onClose)
  const ask = useCommand(requests.askForAccount, { onDone: done })
  return (
    <ConfirmDialog
      open
      title={`${act === 'reopen' ? t.askReopen : t.askReset} · ${account.name}`}
      okText={t.ask}
      running={ask.isPending}
      error={ask.error}
      onConfirm={() => ask.mutate({ params: { accountId: account.accountId }, body: { act } })}
      onCancel={onClose}
    >
      <p>{act === 'reopen' ? t.askReopenBody : t.askResetBody}</p>
    </ConfirmDialog>
  )
}

type DecideProps = { accountId: string; approved: boolean; onClose: () => void }

/** What was prepared, looked at by the security administrator: approved, or sent back with a reason. */
export function DecideDialog({ accountId, approved, onClose }: DecideProps) {
  const t = useWords(words)
  const view = useView(contract.listAccounts, { search: { accountId } })
  const done = useDone(onClose)
  const reason = useReason(`accounts/${accountId}/send-back`)
  const decide = useCommand(requests.decideAccount, { onDone: reason.sent(done) })
  const account = view.data?.accounts[0]
  if (!account) return null
  return (
    <ConfirmDialog
      open
      title={approved ? t.decideTitle : t.sendBack}
      okText={approved ? t.approve : t.sendBack}
      danger={!approved}
      {...(approved ? {} : { reason })}
      running={decide.isPending}
      error={decide.error}
      onConfirm={(said) => decide.mutate({ params: { accountId }, body: { approved, reason: approved ? '' : said } })}
      onCancel={onClose}
    >
      <Asked account={account} />
      <p>{approved ? t.approveBody : t.sendBackBody}</p>
    </ConfirmDialog>
  )
}

function Asked({ account: { name, unitName, post, request } }: { account: contract.ListedAccount }) {
  const t = useWords(words)
  const say = useText()
  if (!request) return <p>{t.nothingAsked}</p>
  return (
    <KeyValue
      columns={1}
      facts={[
        { label: t.askedFor, value: say(accountActs[request.act]) },
        { label: t.name, value: name },
        { label: t.unit, value: unitName },
        { label: t.post, value: isPost(post) ? say(posts[post]) : post },
        { label: t.preparedBy, value: request.preparedBy },
        { label: t.preparedAt, value: <InstantText at={request.preparedAt} /> },
      ]}
    />
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

import { Button, QRCode } from 'antd'
import { mostLinksAtOnce } from '../../../../policy/people/activation.ts'
import { isPost, posts } from '../../../../policy/people/roles.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './activation.css'

/** Slips for one account (`?account=`), or for all that nobody has activated yet; made when asked for, and shown once. */
export function SlipsPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const account = typeof search.account === 'string' ? search.account : null
  const of = account ? { accountId: account } : { waiting: 'yes' as const }
  const view = useView(contract.listAccounts, { search: { ...of, pageSize: mostLinksAtOnce } })
  const waiting = useView(contract.listAccounts, { search: { asked: 'yes', pageSize: 1 } })
  const asked = account ? 0 : (waiting.data?.total ?? 0)
  const issue = useCommand(contract.issueActivations)
  return (
    <Page
      title={t.slips}
      subtitle={t.slipNote}
      back={{ text: t.back, to: '/accounts' }}
      actions={issue.data ? <PrintButton /> : null}
    >
      <RefusalAlert error={issue.error} />
      {issue.data ? (
        issue.data.slips.map((slip) => <Slip key={slip.accountId} slip={slip} />)
      ) : (
        <Async view={view}>
          {({ accounts }) => (
            <Section title={account ? t.slips : t.slipsWaiting}>
              {asked > 0 ? <p>{t.stillAsked(asked)}</p> : null}
              {accounts.length === 0 ? (
                <p>{t.noneWaiting}</p>
              ) : (
                <>
                  <ul className="activation-names">
                    {accounts.map(({ accountId, name, unitName }) => (
                      <li key={accountId}>{t.activateFor(name, unitName)}</li>
                    ))}
                  </ul>
                  <p>{t.slipEnds}</p>
                  <Button
                    type="primary"
                    loading={issue.isPending}
                    onClick={() => issue.mutate({ body: { accountIds: accounts.map(({ accountId }) => accountId) } })}
                  >
                    {t.makeSlips(accounts.length)}
                  </Button>
                </>
              )}
            </Section>
          )}
        </Async>
      )}
    </Page>
  )
}

function Slip({ slip }: { slip: contract.ActivationSlip }) {
  const t = useWords(words)
  const say = useText()
  const link = `${window.location.origin}${slip.path}`
  return (
    <div className="activation-slip">
      <Section title={t.slipFor(slip.name)}>
        <p>{t.slipAsks}</p>
        <div className="activation-code">
          <QRCode value={link} size={200} type="svg" aria-label={t.qrLabel} />
          <code>{link}</code>
        </div>
        <KeyValue
          columns={1}
          facts={[
            { label: t.unit, value: slip.unitName },
            { label: t.post, value: isPost(slip.post) ? say(posts[slip.post]) : slip.post },
            { label: t.until, value: <InstantText at={slip.expiresAt} /> },
          ]}
        />
      </Section>
    </div>
  )
}

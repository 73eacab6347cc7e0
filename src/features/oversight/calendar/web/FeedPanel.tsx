import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { Async } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../feed-contract.ts'
import { words } from '../words.ts'

/** The address for the reader's own calendar program: made, shown once, renewed, revoked. */
export function FeedPanel() {
  const t = useWords(words)
  const view = useView(contract.showFeed)
  const renew = useCommand(contract.renewFeed)
  const revoke = useCommand(contract.revokeFeed)
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null)
  const make = () => renew.mutate({}, { onSuccess: () => setAsking(null) })
  return (
    <Section title={t.feedTitle} note={t.feedHelp}>
      <Async view={view}>
        {({ since }) => (
          <>
            <RefusalAlert error={renew.error} />
            {renew.data && since ? <Address path={renew.data.path} /> : null}
            <p>
              {since ? (
                <>
                  {t.feedSince} <InstantText at={since} />
                </>
              ) : (
                t.feedNone
              )}
            </p>
            <div className="button-row">
              <Button type="primary" loading={renew.isPending} onClick={() => (since ? setAsking('renew') : make())}>
                {since ? t.feedRenew : t.feedMake}
              </Button>
              {since ? (
                <Button danger onClick={() => setAsking('revoke')}>
                  {t.feedRevoke}
                </Button>
              ) : null}
            </div>
          </>
        )}
      </Async>
      <ConfirmDialog
        open={asking === 'renew'}
        title={t.feedRenew}
        okText={t.feedRenew}
        running={renew.isPending}
        error={renew.error}
        onConfirm={make}
        onCancel={() => setAsking(null)}
      >
        {t.feedRenewAsk}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'revoke'}
        title={t.feedRevoke}
        okText={t.feedRevoke}
        danger
        running={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate({}, { onSuccess: () => setAsking(null) })}
        onCancel={() => setAsking(null)}
      >
        {t.feedRevokeAsk}
      </ConfirmDialog>
    </Section>
  )
}

function Address({ path }: { path: string }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const shown = useRef<HTMLElement>(null)
  const address = `${window.location.origin}${path}${language === 'zh' ? '' : `?lang=${language}`}`
  const copy = async () => {
    // Browsers hand out the clipboard on https alone; elsewhere the text is marked and copied the old way.
    if (navigator.clipboard) await navigator.clipboard.writeText(address)
    else {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current)
      document.execCommand('copy')
    }
    void message.success(t.copied)
  }
  return (
    <div className="feed-address">
      <div className="soft">{t.feedAddress}</div>
      <code ref={shown}>{address}</code>
      <Button onClick={() => void copy()}>{t.copy}</Button>
    </div>
  )
}

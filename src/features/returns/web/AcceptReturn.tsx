import { useState } from 'react'
import { cadenceWords } from '../../../policy/cadence-words.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useGo } from '../../../ui/url.ts'
import { usePeriodText } from '../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { figureText } from './figure-text.ts'
import type { Judgement } from './use-judgement.ts'

/** The county's bar below the table: what is reduced so far, and the act that makes it final. */
export function AcceptReturn({ view, judgement }: { view: contract.ReturnView; judgement: Judgement }) {
  const t = useWords(words)
  const c = useWords(cadenceWords[view.head.cadence])
  const say = useText()
  const go = useGo()
  const periodText = usePeriodText()
  const [asked, ask] = useState(false)
  const { filingId, head, rows, version, actions } = view
  const here = `/returns/${filingId}`
  const accept = useCommand(contract.acceptReturn, {
    onDone: () => {
      ask(false)
      judgement.forget()
      go(here, { replace: true })
    },
  })
  const { reductions, wrong } = judgement
  const action = actionNamed(actions, 'accept')
  const stopped = wrong.size > 0
  return (
    <div className="action-bar no-print">
      <span className="autosave">
        {stopped ? <span className="return-behind">{t.toCorrect(wrong.size)}</span> : t.reducedSoFar(reductions.length)}
      </span>
      <AppLink to={here} className="return-quiet">
        {t.acceptModeEnd}
      </AppLink>
      <ActionButton
        type="primary"
        action={
          action && stopped ? { ...action, allowed: false, because: words.fixFirst, clause: head.clause } : action
        }
        onClick={() => ask(true)}
      >
        {t.accept}
      </ActionButton>
      <ConfirmDialog
        open={asked}
        title={t.acceptTitle(periodText(head.period), c.return)}
        okText={t.accept}
        running={accept.isPending}
        error={accept.error}
        onConfirm={() =>
          accept.mutate({ params: { filingId }, body: { versionNo: version?.no ?? 1, reductions: [...reductions] } })
        }
        onCancel={() => {
          ask(false)
          accept.reset()
        }}
      >
        {reductions.length === 0 ? (
          <p>{t.noReductions}</p>
        ) : (
          <ul className="return-reductions">
            {reductions.map(({ indicator, accepted, reason }) => {
              const row = rows.find((one) => one.indicator === indicator)
              return (
                <li key={indicator}>
                  <strong>{say(row?.name)}</strong>{' '}
                  <span className="number">
                    <del className="soft">{figureText(row?.total ?? null)}</del> {figureText(accepted)}
                  </span>
                  <div className="soft">{reason}</div>
                </li>
              )
            })}
          </ul>
        )}
        <p className="soft">{t.acceptNote}</p>
      </ConfirmDialog>
    </div>
  )
}

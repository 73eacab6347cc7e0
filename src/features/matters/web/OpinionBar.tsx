import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type MatterSection, matterSectionNames } from '../../../policy/matter.ts'
import { seatNames } from '../../../policy/roles.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useCommand } from '../../../ui/api.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import { useUrl } from '../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { MatterView } from './matter-view.ts'

type Reasons = Partial<Record<MatterSection, string>>
const sections = Object.keys(matterSectionNames) as MatterSection[]

/** Approve, or return parts of it with a reason each: on the version that was read, from the seat whose turn it is. */
export function OpinionBar({ matter }: { matter: MatterView }) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { setSearch } = useUrl()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null)
  const [reasons, setReasons] = useState<Reasons>({})
  const [tried, setTried] = useState(false)
  const give = useCommand(contract.giveMatterOpinion, {
    onDone: ({ state, madeNo }) => {
      setAsking(null)
      setReasons({})
      void message.success(
        madeNo !== null ? t.doneMade(madeNo) : state === 'returned' ? t.doneReturned : t.doneApproved,
      )
    },
  })
  const { shown, versions, waitingFor, asksChange } = matter
  if (!me.permissions.includes('matter.give-opinion') || !shown || matter.state !== 'submitted') return null
  if (versions[0]?.no !== shown.no) {
    return (
      <div className="action-bar no-print">
        <span className="autosave">{t.oldVersion}</span>
        <Button type="primary" onClick={() => setSearch({ version: null })}>
          {t.newestVersion(versions[0]?.no ?? 0)}
        </Button>
      </div>
    )
  }
  const action = actionNamed(matter.actions, 'give-opinion')
  const [seat, next] = waitingFor
  const name = seat ? say(seatNames[seat]) : ''
  const marks = sections.flatMap((section) => {
    const reason = reasons[section]
    return reason === undefined ? [] : [{ section, reason: reason.trim() }]
  })
  const explained = marks.length > 0 && marks.every((mark) => mark.reason !== '')
  const ask = (verdict: 'approve' | 'return') => {
    give.reset()
    setTried(false)
    setAsking(verdict)
  }
  const confirm = () => {
    setTried(true)
    if (!asking || (asking === 'return' && !explained)) return
    const body = { verdict: asking, versionNo: shown.no, marks: asking === 'return' ? marks : [] }
    give.mutate({ params: { filingId: matter.filingId }, body })
  }
  return (
    <div className="action-bar no-print">
      <span className="autosave">{action?.allowed ? name : ''}</span>
      <ActionButton danger action={action} onClick={() => ask('return')}>
        {t.returnIt}
      </ActionButton>
      <ActionButton type="primary" action={action} onClick={() => ask('approve')}>
        {t.approve}
      </ActionButton>
      <ConfirmDialog
        open={asking !== null}
        title={asking === 'approve' ? t.approveTitle(name) : t.returnTitle(name)}
        okText={asking === 'approve' ? t.approve : t.returnIt}
        danger={asking === 'return'}
        running={give.isPending}
        error={give.error}
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      >
        {asking === 'approve' ? (
          <p>{next ? t.approveText(say(seatNames[next])) : asksChange ? t.approveLast : t.approveLastReport}</p>
        ) : (
          <ReturnForm reasons={reasons} onChange={setReasons} asksChange={asksChange} missing={tried && !explained} />
        )}
      </ConfirmDialog>
    </div>
  )
}

type ReturnFormProps = {
  reasons: Reasons
  onChange: (reasons: Reasons) => void
  asksChange: boolean
  missing: boolean
}

/** Which parts come back, each with its reason. */
function ReturnForm({ reasons, onChange, asksChange, missing }: ReturnFormProps) {
  const t = useWords(words)
  const say = useText()
  return (
    <fieldset className="field">
      <legend className="field-label">{t.markSections}</legend>
      {sections
        .filter((section) => section === 'report' || asksChange)
        .map((section) => {
          const { [section]: reason, ...others } = reasons
          return (
            <div key={section} className="matter-mark">
              <Checkbox
                checked={reason !== undefined}
                onChange={(event) => onChange(event.target.checked ? { ...reasons, [section]: '' } : others)}
              >
                {say(matterSectionNames[section])}
              </Checkbox>
              {reason === undefined ? null : (
                <Input.TextArea
                  aria-label={`${say(matterSectionNames[section])} ${t.reason}`}
                  value={reason}
                  rows={3}
                  maxLength={1000}
                  showCount
                  onChange={(event) => onChange({ ...reasons, [section]: event.target.value })}
                />
              )}
            </div>
          )
        })}
      {missing ? (
        <p role="alert" className="field-error">
          {t.markFirst}
        </p>
      ) : null}
    </fieldset>
  )
}

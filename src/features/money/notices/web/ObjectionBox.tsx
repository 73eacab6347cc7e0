import { Alert, Button, Input } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { noticeRefusals } from '../../../../policy/guide/refusals/notices.ts'
import { useCommand } from '../../../../ui/api.ts'
import { FaultsLeft } from '../../../../ui/FaultsLeft.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useFaults } from '../../../../ui/faults.ts'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** Anybody's objection, by name or without; the contact goes to the county bureaus alone. */
export function ObjectionBox({ noticeId, contact: takenBy }: { noticeId: string; contact: string }) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget, reread } = useKept(`objection/${noticeId}`, { content: '' })
  const { content } = form
  const area = useRef<HTMLFormElement>(null)
  const { faults, unlessFaulty } = useFaults(area, typed)
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [website, setWebsite] = useState('')
  const [asked, setAsked] = useState(false)
  const [taken, setTaken] = useState<{ no: number; joined: boolean } | null>(null)
  const file = useCommand(contract.fileObjection, {
    onDone: (reply) => {
      setTaken(reply)
      forget()
      reread()
      setName('')
      setContact('')
      setAsked(false)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setTaken(null)
    if (content.trim() === '' && !typed.of('content')) return
    unlessFaulty(() => file.mutate({ params: { noticeId }, body: { name, contact, content, website } }))
  }
  const errors = fieldTexts(file.error, say)
  const missing = asked && content.trim() === '' ? say(noticeRefusals['notices.objection-missing']) : ''
  return (
    <form ref={area} className="panel form" onSubmit={send} aria-labelledby="object">
      <h2 id="object">{t.object}</h2>
      <p className="soft">
        {t.objectHint} {t.contact}：{takenBy}
      </p>
      {taken !== null ? (
        <Alert
          type="success"
          showIcon
          title={taken.joined ? t.joined(taken.no) : t.thanks(taken.no)}
          description={taken.joined ? t.joinedNote : t.thanksNote}
        />
      ) : null}
      <RefusalAlert error={file.error} />
      <TypedFields store={typed}>
        <Field label={t.yourContent} name="content" required error={missing || errors.content}>
          {(bind) => (
            <ProseInput
              {...bind}
              rows={5}
              most={2000}
              showCount
              value={content}
              onChange={(text) => change({ content: text })}
            />
          )}
        </Field>
      </TypedFields>
      <div className="field-row">
        <Field label={t.yourName} name="name" error={errors.name}>
          {(bind) => (
            <Input {...bind} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
          )}
        </Field>
        <Field label={t.yourContact} name="contact" hint={t.yourContactHint} error={errors.contact}>
          {(bind) => (
            <Input {...bind} value={contact} onChange={(event) => setContact(event.target.value)} autoComplete="off" />
          )}
        </Field>
      </div>
      <div className="honey" aria-hidden="true">
        <label htmlFor="website">{t.website}</label>
        <input
          id="website"
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onChange={(event) => setWebsite(event.target.value)}
        />
      </div>
      <FaultsLeft faults={faults} />
      <Button type="primary" size="large" htmlType="submit" loading={file.isPending}>
        {t.send}
      </Button>
    </form>
  )
}

import { Input } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { draftNotice } from '../../notices/contract.ts'
import { publishNotice } from '../tranche-contract.ts'
import type { ActProps } from './act-props.ts'
import { cardWords } from './card-words.ts'

/** Null is what the draft says. */
type Form = { body: string | null; contact: string | null }

/** The drafted notice, finished by the officer and published. */
export function PublishDialog({ pilotId, tranche: { no }, onClose, onDone }: ActProps) {
  const t = useWords(cardWords)
  const say = useText()
  const draft = useView(draftNotice, { params: { pilotId, no } })
  const { form, change, typed, forget } = useKept<Form>(`tranche/${pilotId}/${no}/notice`, {
    body: null,
    contact: null,
  })
  const publish = useCommand(publishNotice, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const text = { body: form.body ?? draft.data?.body ?? '', contact: form.contact ?? draft.data?.contact ?? '' }
  const errorOf = (field: string) => say(publish.error?.fields.find((one) => one.field === field)) || ''
  return (
    <ActDialog
      typed={typed}
      title={t.publishTitle(no)}
      okText={t.publish}
      blocked={draft.data === undefined ? t.draftAwaited : null}
      missing={[
        text.body.trim() === '' && { field: 'body', label: t.noticeBody },
        text.contact.trim() === '' && { field: 'contact', label: t.noticeContact },
      ]}
      running={publish.isPending}
      error={publish.error}
      wide
      onOk={() => publish.mutate({ params: { pilotId, no }, body: text })}
      onCancel={onClose}
    >
      <Async view={draft}>
        {(found) => (
          <>
            <Period draft={found} />
            <Field label={t.noticeBody} name="body" required hint={t.noticeBodyHint} error={errorOf('body')}>
              {(bind) => (
                <ProseInput
                  {...bind}
                  autoSize={{ minRows: 6, maxRows: 14 }}
                  most={4000}
                  value={text.body}
                  onChange={(text) => change({ body: text })}
                />
              )}
            </Field>
            <Field
              label={t.noticeContact}
              name="contact"
              required
              hint={t.noticeContactHint}
              error={errorOf('contact')}
            >
              {(bind) => (
                <Input {...bind} value={text.contact} onChange={(event) => change({ contact: event.target.value })} />
              )}
            </Field>
          </>
        )}
      </Async>
    </ActDialog>
  )
}

function Period({ draft }: { draft: Reply<typeof draftNotice> }) {
  const t = useWords(cardWords)
  const { publishedOn, untilOn, workingDays, provisional } = draft
  return (
    <p>
      {untilOn ? t.publishPeriod(publishedOn, untilOn, workingDays) : t.publishOpen}
      {provisional ? <span className="soft"> {t.provisional}</span> : null}
    </p>
  )
}

import { App, Input, Select } from 'antd'
import { type Post, postList, posts, type UnitKind } from '../../../../policy/people/roles.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import type { UnitView } from '../../units/contract.ts'
import { UnitSelect } from '../../units/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = { unit: UnitView | null; post: Post | null; name: string }

/** A person's post in a unit; the posts on offer are those the unit can have. */
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept<Form>('account', { unit: null, post: null, name: '' })
  const { unit, post, name } = form
  const create = useCommand(contract.createAccount, {
    onDone: ({ accountId, byTwo }) => {
      forget()
      void message.success(byTwo ? t.createdByTwo : t.done)
      go(byTwo ? `/accounts?q=${encodeURIComponent(name.trim())}` : `/accounts/slips?account=${accountId}`)
    },
  })
  const offered = postList.filter((one) => unit && (posts[one].unitKinds as readonly UnitKind[]).includes(unit.kind))
  const errors = fieldTexts(create.error, say)
  return (
    <ActDialog
      typed={typed}
      title={t.create}
      okText={t.create}
      missing={[
        unit === null && { field: 'unitId', label: t.unit },
        post === null && { field: 'post', label: t.post },
        name.trim() === '' && { field: 'name', label: t.name },
      ]}
      running={create.isPending}
      error={create.error}
      onCancel={onClose}
      onOk={() => {
        if (unit !== null && post !== null) create.mutate({ body: { unitId: unit.unitId, post, name: name.trim() } })
      }}
    >
      <Field label={t.unit} name="unitId" required {...(errors.unitId ? { error: errors.unitId } : {})}>
        {(bind) => (
          <UnitSelect bind={bind} within={{}} value={unit} onChange={(next) => change({ unit: next, post: null })} />
        )}
      </Field>
      <Field
        label={t.post}
        name="post"
        required
        hint={unit ? undefined : t.unitFirst}
        {...(errors.post ? { error: errors.post } : {})}
      >
        {(bind) => (
          <Select
            {...bind}
            value={post}
            onChange={(next: Post) => change({ post: next })}
            options={offered.map((one) => ({ value: one, label: say(posts[one]) }))}
          />
        )}
      </Field>
      <Field label={t.name} name="name" required hint={t.nameHint} {...(errors.name ? { error: errors.name } : {})}>
        {(bind) => <Input {...bind} value={name} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
    </ActDialog>
  )
}

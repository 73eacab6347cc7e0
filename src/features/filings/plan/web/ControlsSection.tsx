import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { FileField } from '../../../programme/files/web/public.ts'
import { words } from '../words.ts'
import type { EditorProps } from './editor-props.ts'

/** Part 4: the internal fund-control rules. */
export function ControlsSection({ draft, errors }: EditorProps<'controls'>) {
  const t = useWords(words)
  const say = useText()
  const { fileId, fileName, summary } = draft.value
  return (
    <div className="form plan-narrow">
      <FileField
        label={say(fieldNames.fileId)}
        name="controls.fileId"
        value={fileId ? [{ fileId, name: fileName || t.rulesFile }] : []}
        onChange={([file]) =>
          draft.change((before) => ({ ...before, fileId: file?.fileId ?? null, fileName: file?.name ?? '' }))
        }
        kinds={['pdf', 'word', 'ofd', 'photo']}
        required
        error={errors['controls.fileId']}
      />
      <Field
        label={say(fieldNames.summary)}
        name="controls.summary"
        required
        hint={t.controlsHint}
        error={errors['controls.summary'] ?? ''}
      >
        {(bind) => (
          <ProseInput
            {...bind}
            value={summary}
            autoSize={{ minRows: 4, maxRows: 16 }}
            most={2000}
            showCount
            onChange={(text) => draft.change((before) => ({ ...before, summary: text }))}
          />
        )}
      </Field>
    </div>
  )
}

import { Input } from 'antd'
import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FileField } from '../../../programme/files/web/public.ts'
import { words } from '../words.ts'
import type { EditorProps } from './editor-props.ts'

/** Part 4: the internal fund-control rules. */
export function ControlsSection({ draft, errors }: EditorProps<'controls'>) {
  const t = useWords(words)
  const say = useText()
  const { fileId, fileName, summary } = draft.value
  const summaryError = errors['controls.summary']
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
      <div className="field">
        <label htmlFor="controls.summary">
          {say(fieldNames.summary)}
          <span className="required"> *</span>
        </label>
        <Input.TextArea
          id="controls.summary"
          value={summary}
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={2000}
          showCount
          status={summaryError ? 'error' : undefined}
          aria-describedby="controls.summary-hint"
          onChange={(event) => draft.change((before) => ({ ...before, summary: event.target.value }))}
        />
        {summaryError ? <div className="field-error">{summaryError}</div> : null}
        <div id="controls.summary-hint" className="field-hint">
          {t.controlsHint}
        </div>
      </div>
    </div>
  )
}

import { Checkbox, Select } from 'antd'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import type { ItemView } from '../contract.ts'
import { words } from '../words.ts'
import { pointsText } from './points-text.ts'
import type { ScoreForm } from './score-form.ts'

type Props = {
  item: ItemView
  form: ScoreForm
  change: (patch: Partial<ScoreForm>) => void
  errors: Readonly<Record<string, string | undefined>>
}

/** What an item is scored by: points where it is computed, else its elements, its band or its counts. */
export function ScoreFields({ item, form, change, errors }: Props) {
  const t = useWords(words)
  const say = useText()
  const { judged, mayDrop } = item
  const band = judged?.by === 'band' ? judged.bands.find(({ id }) => id === form.band) : undefined
  return (
    <>
      {mayDrop ? (
        <Checkbox checked={form.dropped} onChange={(event) => change({ dropped: event.target.checked })}>
          {t.notApplicable}
        </Checkbox>
      ) : null}
      {form.dropped ? null : judged === null ? (
        <Field label={t.pointsGiven(pointsText(item.most))} name="score.points" required error={errors['score.points']}>
          {(bind) => (
            <NumberInput
              {...bind}
              min={0}
              max={item.most / 100}
              value={form.points}
              onChange={(points) => change({ points })}
            />
          )}
        </Field>
      ) : judged.by === 'elements' ? (
        <Field label={t.elements} name="score.elements" error={errors['score.elements']}>
          {() => (
            <Checkbox.Group
              value={form.elements}
              onChange={(elements) => change({ elements })}
              options={judged.elements.map((one) => ({
                value: one.id,
                label: `${say(one)}（${pointsText(one.points ?? 0)}）`,
              }))}
            />
          )}
        </Field>
      ) : judged.by === 'band' ? (
        <>
          <Field label={t.band} name="score.band" required error={errors['score.band']}>
            {(bind) => (
              <Select
                {...bind}
                value={form.band}
                onChange={(chosen) => change({ band: chosen })}
                options={judged.bands.map((one) => ({ value: one.id, label: say(one) }))}
              />
            )}
          </Field>
          <Field
            label={t.percent(band?.minPercent ?? 0, band?.maxPercent ?? 100)}
            name="score.percent"
            required
            error={errors['score.percent']}
          >
            {(bind) => (
              <NumberInput
                {...bind}
                whole
                min={0}
                max={100}
                units={['%']}
                value={form.percent}
                onChange={(percent) => change({ percent })}
              />
            )}
          </Field>
        </>
      ) : (
        judged.sources.map((one) => (
          <Field key={one.id} label={say(one)} name={`score.counts.${one.id}`} error={errors['score.counts']}>
            {(bind) => (
              <NumberInput
                {...bind}
                whole
                min={0}
                max={100_000}
                value={form.counts[one.id] ?? null}
                onChange={(count) => change({ counts: { ...form.counts, [one.id]: count } })}
              />
            )}
          </Field>
        ))
      )}
    </>
  )
}

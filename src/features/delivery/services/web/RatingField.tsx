import { StarFilled, StarOutlined } from '@ant-design/icons'
import { useId } from 'react'
import { useWords } from '../../../../ui/language.tsx'
import { words } from '../confirmation-words.ts'

const levels = [1, 2, 3, 4, 5] as const

type RatingFieldProps = { value: number; onChange: (rating: number) => void; error?: string | undefined }

/** Five levels, each as large as a thumb and said in words. */
export function RatingField({ value, onChange, error }: RatingFieldProps) {
  const t = useWords(words)
  const id = useId()
  return (
    <fieldset className="rating" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t.rating}</legend>
      <div className="rating-levels">
        {levels.map((level) => (
          <label key={level} className={level <= value ? 'is-on' : undefined}>
            <input
              type="radio"
              name={id}
              checked={value === level}
              onChange={() => onChange(level)}
              aria-label={t[`rate${level}`]}
            />
            <span aria-hidden>{level <= value ? <StarFilled /> : <StarOutlined />}</span>
          </label>
        ))}
      </div>
      <p className="rating-word" aria-live="polite">
        {value === 0 ? '\u00a0' : t[`rate${value as (typeof levels)[number]}`]}
      </p>
      {error ? (
        <p id={`${id}-error`} role="alert" className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

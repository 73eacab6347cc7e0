import { StarFilled, StarOutlined } from '@ant-design/icons'
import { useId } from 'react'
import { useWords } from '../../../../ui/language.tsx'
import { words } from '../confirmation-words.ts'

const levels = [1, 2, 3, 4, 5] as const

/** Five levels, each as large as a thumb and said in words. */
export function RatingField({ value, onChange }: { value: number; onChange: (rating: number) => void }) {
  const t = useWords(words)
  const id = useId()
  return (
    <fieldset className="rating">
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
    </fieldset>
  )
}

import { CheckCircleFilled, ExclamationCircleOutlined } from '@ant-design/icons'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { ServiceView } from '../contract.ts'
import { words } from '../words.ts'

/** Whether the service counts, and if not, every thing that is missing with its clause (G3.2, G3.4). */
export function CountingPanel({ service }: { service: ServiceView }) {
  const t = useWords(words)
  const say = useText()
  const { countedOn, state, standing } = service
  // Confirmation and rating come with the enterprise's word: one line says it.
  const missing = service.missing.filter(({ proof }) => proof !== 'confirmation' && proof !== 'rating')
  return (
    <Section id="counting" title={t.counting}>
      {countedOn ? (
        <p className="counts-yes">
          <CheckCircleFilled aria-hidden /> {t.counts(countedOn)}
        </p>
      ) : state === 'cancelled' ? (
        <p className="soft">{t.countsNever}</p>
      ) : (
        <>
          <p className="counts-no">
            <ExclamationCircleOutlined aria-hidden /> {standing ? t.countsOutside : t.countsNot}
          </p>
          <ul className="missing">
            {missing.map((one) => (
              <li key={one.text.zh}>
                {say(one.text)} <span className="clause">{one.clause}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

import { Alert } from 'antd'
import { useEffect } from 'react'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import './simulated.css'

/** What would have arrived on the telephones of enterprises; in the demo alone. */
export function SimulatedPhonePage() {
  const t = useWords(words)
  const view = useView(contract.listSimulated, {})
  useEffect(() => {
    document.title = t.title
  }, [t])
  return (
    <div className="simulated-page">
      <header className="simulated-head">
        <BrandMark />
        <h1>{t.title}</h1>
        <LanguageSwitch />
      </header>
      <main>
        <Alert type="warning" showIcon title={t.note} description={t.apart} />
        <Async view={view} isEmpty={({ messages }) => messages.length === 0} empty={t.none}>
          {({ messages }) =>
            messages.map((message) => (
              <article key={message.text} className="panel">
                <h2>
                  <span className="number">{message.to}</span>{' '}
                  <span className="soft">
                    {t[message.channel]} <InstantText at={message.at} />
                  </span>
                </h2>
                <p className="prose">{message.text}</p>
                <LinkIn text={message.text} label={t.open} />
              </article>
            ))
          }
        </Async>
      </main>
    </div>
  )
}

function LinkIn({ text, label }: { text: string; label: string }) {
  const [path] = /\/c\/[\w-]{43}/.exec(text) ?? []
  return path ? (
    <a className="simulated-link" href={path}>
      {label}
    </a>
  ) : null
}

import { Alert, Button, Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { codePrefix, writePrefix } from '../../../../policy/filings/verify-code.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { stringifySearch, useGo, usePathParam, useUrl } from '../../../../ui/url.ts'
import { WayIn } from '../../../../ui/WayIn.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { VerifiedPaper } from './VerifiedPaper.tsx'
import './verify.css'

/** For whoever holds a paper: is it ours, and is it the newest version? No account; the code stands in the address. */
export function VerifyPage() {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const [typed, setTyped] = useState(search.code ?? '')
  const [wrong, setWrong] = useState(Boolean(search.code) && codePrefix(search.code ?? '') === null)
  // Another code than the one that was asked for has no answer yet.
  const prefix = codePrefix(typed) === codePrefix(search.code ?? '') ? codePrefix(typed) : null
  useEffect(() => {
    document.title = t.verifyTitle
  }, [t])
  const type = (text: string) => {
    setTyped(text)
    setWrong(false)
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const asked = codePrefix(typed)
    setWrong(asked === null)
    setSearch({ code: asked && writePrefix(asked) })
  }
  return (
    <div className="verify-page">
      <header className="verify-head">
        <BrandMark />
        <h1>{t.verifyTitle}</h1>
        <LanguageSwitch />
        <WayIn className="header-button" />
      </header>
      <main>
        <form className="panel verify-form" onSubmit={ask}>
          <p>{t.verifyLead}</p>
          <label htmlFor="verify-code">{t.code}</label>
          <div className="verify-line">
            <Input
              id="verify-code"
              size="large"
              value={typed}
              onChange={(event) => type(event.target.value)}
              aria-describedby="verify-hint"
              aria-invalid={wrong}
              {...(wrong ? { status: 'error' } : {})}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="primary" size="large" htmlType="submit">
              {t.verify}
            </Button>
          </div>
          <p id="verify-hint" className={wrong ? 'verify-wrong' : 'soft'} role={wrong ? 'alert' : undefined}>
            {wrong ? t.noCode : t.codeHint}
          </p>
        </form>
        {prefix ? <Outcome code={writePrefix(prefix)} /> : null}
      </main>
    </div>
  )
}

/** A code in the path, as a person writes an address by hand. */
export function VerifyPath() {
  const go = useGo()
  const code = usePathParam('code')
  // biome-ignore lint/correctness/useExhaustiveDependencies: one step per address
  useEffect(() => go(`/verify${stringifySearch({ code })}`, { replace: true }), [code])
  return null
}

function Outcome({ code }: { code: string }) {
  const t = useWords(words)
  const view = useView(contract.verifyPaper, { params: { code } })
  return (
    <Async view={view}>
      {({ papers }) =>
        papers.length === 0 ? (
          <Alert type="warning" showIcon title={t.unknown} description={t.unknownHint} />
        ) : (
          papers.map((paper) => <VerifiedPaper key={paper.code} paper={paper} />)
        )
      }
    </Async>
  )
}

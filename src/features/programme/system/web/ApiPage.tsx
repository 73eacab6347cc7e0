import { Input } from 'antd'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useUrl } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { type Operation, operationsOf } from './operations.ts'
import './api.css'

/** Every door of the product, drawn from the document that the contracts print. */
export function ApiPage() {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const view = useView(contract.describeApi, {})
  const wanted = (search.q ?? '').toLowerCase()
  return (
    <main className="api-page">
      <Async view={view}>
        {(document) => {
          const all = operationsOf(document)
          const shown = all.filter((one) => one.text.includes(wanted))
          const { version } = document.info as { version: string }
          return (
            <Page
              title={t.title}
              subtitle={t.subtitle(all.length, version)}
              actions={<a href={contract.describeApi.path}>{t.document}</a>}
            >
              <Input.Search
                allowClear
                aria-label={t.find}
                placeholder={t.find}
                defaultValue={search.q ?? ''}
                onChange={(event) => setSearch({ q: event.target.value })}
              />
              {shown.length === 0 ? <EmptyState>{t.nothing}</EmptyState> : null}
              {shown.map((one) => (
                <OperationPanel key={`${one.method} ${one.path}`} operation={one} />
              ))}
            </Page>
          )
        }}
      </Async>
    </main>
  )
}

function OperationPanel({ operation }: { operation: Operation }) {
  const t = useWords(words)
  return (
    <details className="panel api-operation">
      <summary>
        <code className="api-method">{operation.method}</code> <code>{operation.path}</code>{' '}
        <span>{operation.summary}</span>
      </summary>
      <dl>
        <dt>{t.permission}</dt>
        <dd>
          <code>{operation.permission}</code>
        </dd>
        {operation.parameters.length > 0 ? (
          <>
            <dt>{t.parameters}</dt>
            <dd>
              {operation.parameters.map((one) => (
                <div key={one}>
                  <code>{one}</code>
                </div>
              ))}
            </dd>
          </>
        ) : null}
        <Shape title={t.body} shape={operation.body} />
        <Shape title={t.reply} shape={operation.reply ?? t.file} />
      </dl>
    </details>
  )
}

function Shape({ title, shape }: { title: string; shape: string | null }) {
  if (shape === null) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <pre>{shape}</pre>
      </dd>
    </>
  )
}

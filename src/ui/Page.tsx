import { ArrowLeftOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { createContext, type ReactNode, useEffect, useRef } from 'react'
import { AppLink } from './AppLink.tsx'
import { ButtonRow } from './ButtonRow.tsx'
import { useWords } from './language.tsx'
import { type UrlSearch, useUrl } from './url.ts'
import { words } from './words.ts'

export type Crumb = { readonly text: string; readonly to?: string }
export type PageTab = {
  readonly text: ReactNode
  readonly to: string
  readonly key?: string
  /** Further addresses whose pages are of this tab. */
  readonly also?: readonly string[]
}

type PageProps = {
  title: string
  /** One line under the title: unit, period, version. */
  subtitle?: ReactNode
  /** Stands beside the title: a StatusTag, a due date. */
  status?: ReactNode
  /** The way up to the list or record this page belongs to. */
  back?: Crumb
  /** Everything above this page, outermost first; the page itself is added. */
  crumbs?: readonly Crumb[]
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** Views of the same record, each with its own address. */
  tabs?: readonly PageTab[]
  /** Keeps text at a readable width, for forms and decisions. */
  narrow?: boolean
  children: ReactNode
}

/** Whether a block stands inside a page, which gives title and margins. */
export const InsidePage = createContext(false)

/** A screen: title, way back, actions, tabs as addresses, content. Sets the window's title. */
export function Page({ title, subtitle, status, back, crumbs, actions, tabs, narrow, children }: PageProps) {
  const t = useWords(words)
  useEffect(() => {
    document.title = `${title} · ${t.product}`
  }, [title, t.product])
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label={t.breadcrumbs} className="crumbs">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.text}>{crumb.to ? <AppLink to={crumb.to}>{crumb.text}</AppLink> : crumb.text}</li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      ) : null}
      <header className="page-head">
        <div className="page-title">
          {back?.to ? (
            <AppLink to={back.to} className="page-back">
              <ArrowLeftOutlined aria-hidden /> {back.text || t.back}
            </AppLink>
          ) : null}
          <h1>
            {title} {status ? <span className="page-status">{status}</span> : null}
          </h1>
          {subtitle ? <div className="page-subtitle">{subtitle}</div> : null}
        </div>
        {actions ? <ButtonRow className="page-actions">{actions}</ButtonRow> : null}
      </header>
      {tabs && tabs.length > 0 ? <PageTabs tabs={tabs} label={title} /> : null}
      <InsidePage value={true}>{children}</InsidePage>
    </div>
  )
}

type PageTabsProps = { tabs: readonly PageTab[]; label: string; inside?: boolean }

/** Addresses side by side; `inside` a page, below its own tabs, as the views of one of them. */
export function PageTabs({ tabs, label, inside }: PageTabsProps) {
  const { path, search } = useUrl()
  const here = currentTab(tabs, path, search) ?? tabs.find(({ also }) => also?.includes(path)) ?? tabAbove(tabs, path)
  const row = useRef<HTMLElement>(null)
  const seen = useRef('')
  useEffect(() => {
    // On a phone the row is longer than the screen: a tab that becomes the current one, or is moved by longer names, comes into view.
    const now = `${here?.to} ${row.current?.scrollWidth}`
    if (now === seen.current) return
    seen.current = now
    centreCurrent(row.current)
  })
  const router = useRouter()
  // The router gives the row the place it had on the page before.
  useEffect(() => router.subscribe('onRendered', () => centreCurrent(row.current)), [router])
  return (
    <nav className={inside ? 'page-tabs page-views' : 'page-tabs'} aria-label={label} ref={row}>
      {tabs.map((tab) => {
        const current = tab === here
        return (
          <AppLink key={tab.to} to={tab.to} aria-current={current ? 'page' : undefined}>
            {tab.text}
          </AppLink>
        )
      })}
    </nav>
  )
}

function centreCurrent(row: HTMLElement | null): void {
  const found = row?.querySelector('[aria-current="page"]')
  if (!row || !found) return
  const [tab, frame] = [found.getBoundingClientRect(), row.getBoundingClientRect()]
  row.scrollBy(tab.left - frame.left - (frame.width - tab.width) / 2, 0)
}

/** The tab whose path is the page's and whose search stands in the page's; of several the one that says most. */
function currentTab(tabs: readonly PageTab[], path: string, search: UrlSearch): PageTab | undefined {
  return tabs
    .map((tab) => ({ tab, url: new URL(tab.to, window.location.origin) }))
    .filter(({ url }) => url.pathname === path && [...url.searchParams].every(([key, value]) => search[key] === value))
    .sort((a, b) => [...b.url.searchParams].length - [...a.url.searchParams].length)[0]?.tab
}

/** On a page below a tab's own (`/plan/review` below `/plan`) that tab is current; of several the deepest. */
function tabAbove(tabs: readonly PageTab[], path: string): PageTab | undefined {
  const above = tabs.filter((tab) => !tab.to.includes('?') && path.startsWith(`${tab.to}/`))
  return above.sort((a, b) => b.to.length - a.to.length)[0]
}

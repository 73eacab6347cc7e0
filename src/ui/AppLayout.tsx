import { MenuOutlined } from '@ant-design/icons'
import { Outlet } from '@tanstack/react-router'
import { Drawer, Skeleton } from 'antd'
import {
  type ComponentType,
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { guestAddress } from '../policy/people/public-pages.ts'
import { AppHeader } from './AppHeader.tsx'
import { AppLink } from './AppLink.tsx'
import { Async } from './Async.tsx'
import { ExpiredDialog } from './ExpiredDialog.tsx'
import { useText, useWords } from './language.tsx'
import { loadAhead } from './lazy-screen.ts'
import { NotYoursPage } from './NotYoursPage.tsx'
import { BarredContext, barredPlace, barredTo, isAt, type Place, placeGroups, placesOf } from './places.ts'
import { type Session, useSession } from './session.ts'
import { showAccount } from './shown-account.ts'
import { signInAddress } from './sign-in.ts'
import { onScreenMissing } from './stay-offline.ts'
import { useGo, useUrl } from './url.ts'
import { words } from './words.ts'

export const PlacesContext = createContext<readonly Place[]>([])
/** By what a session has to do first: the page that stands in place of all others until it is done. */
export const DuePagesContext = createContext<Partial<Record<NonNullable<Session['due']>, ComponentType>>>({})

/** Header, navigation and the main part. A guest is sent to the public page of the place, else to sign in and come back. */
export function AppLayout() {
  const session = useSession()
  const go = useGo()
  const { path } = useUrl()
  const guest = session.data === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: one step per loss of the session
  useEffect(() => {
    if (!guest) return
    const readable = guestAddress(path)
    // The sign-in page is a document of its own.
    if (readable === null) window.location.replace(signInAddress())
    else go(readable, { replace: true })
  }, [guest])
  return (
    <Async view={session} skeleton={<Skeleton active />}>
      {(me) => (me ? <Shell session={me} path={path} /> : null)}
    </Async>
  )
}

function Shell({ session, path }: { session: Session; path: string }) {
  const t = useWords(words)
  const [menuOpen, setMenuOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  // Before any view below asks the server.
  useLayoutEffect(() => showAccount(session.accountId), [session.accountId])
  // Whoever stays where they are reads the page again, and not the menu.
  useEffect(() => onScreenMissing(() => setMenuOpen(false)), [])
  useEffect(() => {
    if (session.unitKind === 'park') void loadAhead()
  }, [session.unitKind])
  const all = useContext(PlacesContext)
  const duePages = useContext(DuePagesContext)
  const DuePage = session.due && duePages[session.due]
  const places = DuePage ? [] : placesOf(session, all)
  const barred = barredPlace(session, all, path)?.permission
  const elsewhere = useMemo(() => barredTo(session, all), [session, all])
  const quick = places.filter((place) => place.quick).slice(0, 3)
  useEffect(() => {
    setMenuOpen(false)
    // A new page is read from its beginning, as after a full load.
    if (before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        {t.skipToContent}
      </a>
      <AppHeader session={session} onMenu={() => setMenuOpen(true)} />
      <div className="shell-body">
        <div className="side">
          <nav className="side-nav" aria-label={t.mainNavigation}>
            <PlaceList places={places} path={path} />
          </nav>
        </div>
        <main id="main" ref={main} tabIndex={-1} className="shell-main">
          <BarredContext value={elsewhere}>
            {DuePage ? <DuePage /> : barred ? <NotYoursPage permission={barred} /> : <Outlet />}
          </BarredContext>
        </main>
      </div>
      <nav className="bottom-bar" aria-label={t.quickNavigation}>
        {quick.map((place) => (
          <QuickLink key={place.to} place={place} path={path} />
        ))}
        <button type="button" onClick={() => setMenuOpen(true)}>
          <MenuOutlined aria-hidden />
          <span>{t.more}</span>
        </button>
      </nav>
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={280} title={t.menu}>
        <nav aria-label={t.mainNavigation} className="drawer-nav">
          <PlaceList places={places} path={path} />
        </nav>
      </Drawer>
      <ExpiredDialog session={session} />
    </div>
  )
}

function PlaceList({ places, path }: { places: readonly Place[]; path: string }) {
  const say = useText()
  const here = deepest(places, path)
  return (
    <ul>
      {places.map((place, index) => (
        <li key={place.to}>
          {place.group && place.group !== places[index - 1]?.group ? (
            <div className="nav-group">{say(placeGroups[place.group])}</div>
          ) : null}
          <AppLink to={place.to} aria-current={place === here ? 'page' : undefined}>
            <span aria-hidden>{place.icon}</span>
            {say(place.text)}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

function QuickLink({ place, path }: { place: Place; path: string }) {
  const say = useText()
  return (
    <AppLink to={place.to} aria-current={isAt(place, path) ? 'page' : undefined}>
      <span aria-hidden>{place.icon}</span>
      <span>{say(place.text)}</span>
    </AppLink>
  )
}

function deepest(places: readonly Place[], path: string): Place | undefined {
  return places.filter((place) => isAt(place, path)).sort((a, b) => b.to.length - a.to.length)[0]
}

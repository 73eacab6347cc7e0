import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useContext } from 'react'
import { BarredContext } from './places.ts'
import { useGo } from './url.ts'

type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of the product, search included. */
  to: string
  ref?: Ref<HTMLAnchorElement>
}

/**
 * A real link within the product: opens in place, or in a new tab with Ctrl, Shift or the middle button. Only its text where it leads to
 * an entry of the navigation that the reader's post does not see.
 */
export function AppLink({ to, onClick, ...rest }: AppLinkProps) {
  const go = useGo()
  const barred = useContext(BarredContext)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || rest.target === '_blank') return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  }
  if (barred.has(to.split('?')[0] ?? to)) return <>{rest.children}</>
  return <a href={to} onClick={follow} {...rest} />
}

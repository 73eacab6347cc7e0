import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'
import { useGo } from './url.ts'

type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of the product, search included. */
  to: string
  ref?: Ref<HTMLAnchorElement>
}

/** A real link within the product: opens in place, or in a new tab with Ctrl, Shift or the middle button. */
export function AppLink({ to, onClick, ...rest }: AppLinkProps) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || rest.target === '_blank') return
    event.preventDefault()
    event.stopPropagation()
    go(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}

import type { ReactNode } from 'react'

/** One of the things that stand behind a tranche, under its clause. */
export function Detail({
  title,
  clause,
  extra,
  children,
}: {
  title: string
  clause?: string
  extra?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="tranche-detail">
      <h3>
        {title} {clause ? <span className="clause">{clause}</span> : null} {extra}
      </h3>
      {children}
    </section>
  )
}

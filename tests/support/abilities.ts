/**
 * The ability of that name in a reply. @throws Error naming those that are there, so that a misspelt name is no missing
 * button.
 */
export function abilityIn<A extends { readonly action: string }>(
  abilities: readonly A[] | undefined,
  name: NoInfer<A['action']>,
): A {
  const found = abilities?.find((one) => one.action === name)
  if (!found) throw new Error(`no ability "${name}" among ${abilities?.map((one) => one.action).join(', ') || 'none'}`)
  return found
}

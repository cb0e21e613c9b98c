type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line says of one of two stores. */
export interface SideOptions {
  readonly user?: string | undefined;
  readonly passwordFile?: string | undefined;
}

/**
 * The environment as one of two stores is to see it: what is said for this side alone goes before what is said for both. A
 * password for this side, in whatever form, takes the place of the one for both.
 */
export function sideEnvironment(
  environment: Environment,
  side: "FROM" | "TO",
  { user, passwordFile }: SideOptions,
): Environment {
  const stated = (name: string): string | undefined => environment[name] || undefined;
  const password = passwordFile === undefined ? stated(`KNOCKON_${side}_NEO4J_PASSWORD`) : undefined;
  const file = passwordFile ?? stated(`KNOCKON_${side}_NEO4J_PASSWORD_FILE`);
  const isOwn = password !== undefined || file !== undefined;
  return {
    ...environment,
    KNOCKON_NEO4J_USER: user ?? stated(`KNOCKON_${side}_NEO4J_USER`) ?? stated("KNOCKON_NEO4J_USER"),
    KNOCKON_NEO4J_PASSWORD: isOwn ? password : environment["KNOCKON_NEO4J_PASSWORD"],
    KNOCKON_NEO4J_PASSWORD_FILE: isOwn ? file : environment["KNOCKON_NEO4J_PASSWORD_FILE"],
  };
}

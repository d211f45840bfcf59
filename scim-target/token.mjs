import OAuth2Server from '@node-oauth/oauth2-server';

/** Gives tokens for the client's own credentials (RFC 6749, section 4.4) and knows them again. */
export class Tokens {
  tokens = new Map();
  server;

  /** @param switches `tokenUses` makes tokens expire in the middle of what the client does */
  constructor({ clientId, clientSecret }, switches) {
    const client = { id: clientId, grants: ['client_credentials'] };
    this.server = new OAuth2Server({
      model: {
        getClient: async (id, secret) => (id === clientId && secret === clientSecret ? client : null),
        getUserFromClient: async () => ({ id: clientId }),
        validateScope: async (user, of, scope) => scope ?? [],
        saveToken: async (token, of, user) => {
          const kept = { ...token, client: of, user, uses: 0 };
          this.tokens.set(token.accessToken, kept);
          return kept;
        },
        getAccessToken: async (text) => {
          const token = this.tokens.get(text);
          const most = switches.has('tokenUses', { originalUrl: '' })?.uses ?? Infinity;
          return token && ++token.uses <= most ? token : null;
        },
      },
    });
  }

  /** Express handler of the token endpoint. */
  issue = async (request, response) => {
    const answer = new OAuth2Server.Response(response);
    try {
      await this.server.token(new OAuth2Server.Request(request), answer);
    } catch (error) {
      answer.status = error.code ?? 500;
      answer.body = { error: error.name };
    }
    response.status(answer.status).set(answer.headers).send(answer.body);
  };

  /** The client that sends the request; rejects when its token is none of ours or has expired. */
  async authenticate(request) {
    const token = await this.server.authenticate(new OAuth2Server.Request(request), new OAuth2Server.Response());
    return token.client.id;
  }

  clear() {
    this.tokens.clear();
  }
}

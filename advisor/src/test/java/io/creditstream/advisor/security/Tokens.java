package io.creditstream.advisor.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** What attackers make of tokens. */
final class Tokens {

  private Tokens() {}

  static JWTClaimsSet claims(String token) {
    try {
      return JWTParser.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts other claims between the header and the signature of a sound token. */
  static String withOtherClaims(String token) {
    String[] parts = token.split("\\.");
    JWTClaimsSet other = new JWTClaimsSet.Builder(claims(token)).subject("somebody else").build();
    return parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2];
  }

  /** Signs by HMAC with the public key for a secret, which a careless reader would check so. */
  static String hmac(JWTClaimsSet.Builder claims, RSAKey publicKey) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(publicKey.getKeyID()).build(),
              claims.build());
      token.sign(new MACSigner(publicKey.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.answerable.platform.health;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health on the main port too, where load balancers look; metrics are on the management port. */
@RestController
class HealthController {
  private final IntakeHealth intake;

  HealthController(IntakeHealth intake) {
    this.intake = intake;
  }

  @GetMapping(path = "/actuator/health", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> health() {
    boolean up = intake.couldTake();
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .body(Map.of("status", up ? "UP" : "DOWN"));
  }
}
